// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.internal.retrieve.OnePass;
import io.github.dicomweb.media.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import okio.BufferedSource;
import okio.ByteString;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive, live. Owns the answer.
 *
 * @param <P> what each is given as
 */
final class LiveArchive<P> extends OnePass<P> {
  private static final ByteString ENTRY = ByteString.decodeHex("504b0304");
  private static final ByteString END = ByteString.decodeHex("504b0506");

  private final Answer answer;
  private final ArchiveReader reader;
  private final List<Warning> warnings;
  private final BiFunction<String, LivePart, P> kind;
  private int index;

  private LiveArchive(
      Answer answer,
      ArchiveReader reader,
      List<Warning> warnings,
      BiFunction<String, LivePart, P> kind) {
    this.answer = answer;
    this.reader = reader;
    this.warnings = warnings;
    this.kind = kind;
  }

  /**
   * Takes an answer over.
   *
   * @param answer the answer; closed if it cannot be read
   * @param kind makes of a name and a file what it is given as
   */
  static <P> LiveArchive<P> open(
      Answer answer, Limits limits, BiFunction<String, LivePart, P> kind) {
    return open(answer, answer.source(), limits, Entries.ANY, kind);
  }

  /**
   * Takes an answer over.
   *
   * @param answer the answer; closed if it cannot be read
   * @param body its body
   * @param told is told of each entry
   * @param kind makes of a name and a file what it is given as
   */
  static <P> LiveArchive<P> open(
      Answer answer,
      Source body,
      Limits limits,
      Entries told,
      BiFunction<String, LivePart, P> kind) {
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    try {
      if (answer.fallback()) {
        warnings.add(Warning.tolerated("the server refused the Accept value asked for first"));
      }
      checkBeginning(answer, warnings);
      return new LiveArchive<>(answer, new ArchiveReader(body, limits, told), warnings, kind);
    } catch (IOException e) {
      answer.close();
      throw answer.failure(e);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  private static void checkBeginning(Answer answer, List<Warning> warnings) throws IOException {
    BufferedSource source = answer.source();
    if (!source.rangeEquals(0, ENTRY) && !source.rangeEquals(0, END)) {
      throw answer.malformed("the answer is not the zip archive it should be").build();
    }
    ContentType type = answer.contentType();
    if (type == null || !type.mediaType().equals(MediaType.ZIP.name())) {
      warnings.add(Warning.tolerated("a zip archive under another media type, or under none"));
    }
  }

  @Override
  protected @Nullable P advance() {
    try {
      for (LocalHeader entry = reader.next(); entry != null; entry = reader.next()) {
        if (!entry.isDirectory()) {
          return kind.apply(entry.name(), LivePart.of(answer, index++, reader.bytes()));
        }
      }
    } catch (IOException e) {
      throw answer.failure(e);
    }
    if (reader.trailed()) {
      warnings.add(Warning.tolerated("bytes after the end of the zip archive"));
    }
    return null;
  }

  @Override
  public boolean partial() {
    return answer.status() == 206;
  }

  @Override
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void close() {
    reader.release();
    answer.close();
  }
}
