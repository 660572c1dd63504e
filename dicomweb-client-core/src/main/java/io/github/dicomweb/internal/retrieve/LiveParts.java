// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.BodyForm;
import io.github.dicomweb.internal.decode.Recognition;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.internal.multipart.MultipartPart;
import io.github.dicomweb.internal.multipart.MultipartReader;
import io.github.dicomweb.media.MediaType;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an answer, which may be multipart or one single part. Owns the answer.
 *
 * @param <P> the kind of part
 */
public final class LiveParts<P> extends OnePass<P> {
  private final Answer answer;
  private final List<Warning> warnings;
  private final @Nullable MultipartReader reader;
  private final SinglePart single;
  private final @Nullable MediaType recognised;
  private final Function<LivePart, P> kind;
  private boolean singleGiven;

  private LiveParts(
      Answer answer,
      List<Warning> warnings,
      @Nullable MultipartReader reader,
      SinglePart single,
      @Nullable MediaType recognised,
      Function<LivePart, P> kind) {
    this.answer = answer;
    this.warnings = warnings;
    this.reader = reader;
    this.single = single;
    this.recognised = recognised;
    this.kind = kind;
  }

  /**
   * Takes an answer over.
   *
   * @param answer the answer; closed if it cannot be read
   * @param limits the limits of what is read
   * @param single what the answer may be if it is one single part
   * @param kind makes each part what it is
   */
  public static <P> LiveParts<P> open(
      Answer answer, Limits limits, SinglePart single, Function<LivePart, P> kind) {
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    try {
      if (answer.fallback()) {
        warnings.add(Warning.tolerated("the server refused the Accept value asked for first"));
      }
      BodyForm form = BodyForm.of(answer, single, warnings);
      String boundary = form.boundary();
      if (boundary != null) {
        return new LiveParts<>(
            answer,
            warnings,
            new MultipartReader(answer.source(), boundary, limits),
            single,
            null,
            kind);
      }
      if (!answer.endIsProven() && !isCounted(answer)) {
        warnings.add(
            Warning.tolerated("one part without a length: nothing would show that it was cut"));
      }
      return new LiveParts<>(answer, warnings, null, single, form.recognised(), kind);
    } catch (IOException e) {
      answer.close();
      throw answer.failure(e);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  /** Whether the answer is a range, whose length its header tells. */
  private static boolean isCounted(Answer answer) {
    return answer.status() == 206 && answer.header("Content-Range") != null;
  }

  @Override
  public boolean partial() {
    return answer.status() == 206;
  }

  /** Whether the body is multipart. */
  public boolean multipart() {
    return reader != null;
  }

  @Override
  public boolean endIsProven() {
    return ended() && (reader != null || answer.endIsProven());
  }

  @Override
  protected @Nullable P advance() {
    return reader == null ? single() : part(reader);
  }

  private @Nullable P part(MultipartReader multipart) {
    try {
      MultipartPart part = multipart.nextPart();
      return part == null ? null : kind.apply(live(part));
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private LivePart live(MultipartPart part) throws IOException {
    String header = part.header("Content-Type");
    ContentType type = header == null ? null : ContentType.parse(header).orElse(null);
    if (single != SinglePart.RENDERED && Recognition.isNamed(type, single)) {
      return new LivePart(
          answer, part.index(), PartDescription.of(part, null), new MultipartBody(part));
    }
    // Pictures are small beside what they are made of, so a copy more is no matter; and all else
    // seldom comes under a wrong media type.
    BufferedInputStream in = new BufferedInputStream(part.inputStream());
    in.mark(Recognition.HEAD);
    ByteString head = ByteString.of(in.readNBytes(Recognition.HEAD));
    in.reset();
    List<Warning> found = new ArrayList<>();
    Recognition recognition =
        single == SinglePart.RENDERED
            ? Recognition.of(type, single, head, found)
            : Recognition.amongOthers(single, head, found);
    String objection = recognition.objection();
    if (objection != null) {
      throw answer.malformed(objection).partIndex(part.index()).build();
    }
    // As a rule it is the same for all parts, of which there may be very many.
    found.stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
    return new LivePart(
        answer,
        part.index(),
        PartDescription.of(part, recognition.recognised()),
        new StreamBody(in));
  }

  private @Nullable P single() {
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
    return kind.apply(
        new LivePart(answer, 0, PartDescription.of(answer, recognised), new SingleBody(answer)));
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
    public boolean isWholeAnswer() {
      return true;
    }

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
