// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.BodyForm;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.MultipartPart;
import io.github.dicomweb.internal.multipart.MultipartReader;
import io.github.dicomweb.retrieve.InstancePart;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The instances of an answer, which may be multipart or one single part. Owns the answer. */
final class InstanceParts extends OnePass<InstancePart> {
  private final Answer answer;
  private final List<Warning> warnings;
  private final @Nullable MultipartReader reader;
  private boolean singleGiven;

  private InstanceParts(Answer answer, List<Warning> warnings, @Nullable MultipartReader reader) {
    this.answer = answer;
    this.warnings = warnings;
    this.reader = reader;
  }

  static InstanceParts open(Answer answer, Limits limits) {
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    try {
      if (answer.fallback()) {
        warnings.add(Warning.tolerated("the server refused the Accept value asked for first"));
      }
      BodyForm form = BodyForm.of(answer, warnings);
      String boundary = form.boundary();
      if (boundary != null) {
        return new InstanceParts(
            answer, warnings, new MultipartReader(answer.source(), boundary, limits));
      }
      if (!answer.endIsProven()) {
        warnings.add(
            Warning.tolerated("one part without a length: nothing would show that it was cut"));
      }
      return new InstanceParts(answer, warnings, null);
    } catch (IOException e) {
      answer.close();
      throw answer.failure(e);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  int status() {
    return answer.status();
  }

  /** Whether the end that was seen shows that nothing was cut. */
  boolean endIsProven() {
    return ended() && (reader != null || answer.endIsProven());
  }

  @Override
  @Nullable InstancePart advance() {
    return reader == null ? single() : part(reader);
  }

  private @Nullable InstancePart part(MultipartReader multipart) {
    try {
      MultipartPart part = multipart.nextPart();
      return part == null
          ? null
          : new LivePart(answer, part.index(), headers(part), new MultipartBody(part));
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private @Nullable InstancePart single() {
    if (singleGiven) {
      try {
        // What was not read may still show that the connection broke.
        long unused = answer.source().readAll(Okio.blackhole());
      } catch (IOException e) {
        throw answer.failure(e);
      }
      return null;
    }
    singleGiven = true;
    return new LivePart(answer, 0, Map.of(), new SingleBody(answer));
  }

  private static Map<String, String> headers(MultipartPart part) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : part.headers()) {
      headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(warnings);
    if (reader != null) {
      reader.tolerated().forEach(text -> all.add(Warning.tolerated(text)));
    }
    return all;
  }

  @Override
  public void close() {
    answer.close();
  }

  private record MultipartBody(MultipartPart part) implements PartBody {
    @Override
    public InputStream inputStream() {
      return part.inputStream();
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
      return part.transferTo(out);
    }
  }

  private record SingleBody(Answer answer) implements PartBody {
    @Override
    public InputStream inputStream() {
      return new FilterInputStream(answer.source().inputStream()) {
        @Override
        public void close() {
          // Ends the part; the answer belongs to whoever has the parts.
        }
      };
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
      return answer.source().readAll(Okio.sink(out));
    }
  }
}
