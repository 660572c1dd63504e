// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Whether a body of instances is multipart or one single part: what its media type says, whatever
 * was asked for; and where that is missing or wrong, what its first bytes say.
 *
 * @param boundary the boundary of a multipart body, or null for a single part
 */
public record BodyForm(@Nullable String boundary) {
  private static final ByteString DICM = ByteString.encodeUtf8("DICM");
  private static final int PREAMBLE = 128;
  // RFC 2046 §5.1.1 allows 70 characters.
  private static final int LONGEST_DELIMITER = 72;

  /**
   * Finds it out without consuming anything.
   *
   * @param answer the answer
   * @param warnings takes what was tolerated
   * @return the form
   */
  public static BodyForm of(Answer answer, List<Warning> warnings) throws IOException {
    ContentType type = answer.contentType();
    String name = type == null ? "" : type.mediaType();
    if (type != null && type.isMultipart()) {
      Optional<String> boundary = type.boundary();
      return boundary.isPresent() ? new BodyForm(boundary.get()) : unnamed(answer, warnings);
    }
    if (name.equals("application/dicom")) {
      return new BodyForm(null);
    }
    if (isDicom(answer.source())) {
      warnings.add(Warning.tolerated("a DICOM file under another media type, or under none"));
      return new BodyForm(null);
    }
    String boundary = firstDelimiter(answer.source());
    if (boundary != null && (name.isEmpty() || name.equals("application/octet-stream"))) {
      warnings.add(Warning.tolerated("a multipart body under another media type, or under none"));
      return new BodyForm(boundary);
    }
    throw answer.malformed("the answer is neither multipart nor a DICOM file").build();
  }

  private static BodyForm unnamed(Answer answer, List<Warning> warnings) throws IOException {
    if (isDicom(answer.source())) {
      warnings.add(Warning.tolerated("a DICOM file under a multipart media type"));
      return new BodyForm(null);
    }
    String boundary = firstDelimiter(answer.source());
    if (boundary == null) {
      throw answer.malformed("the answer says it is multipart and names no boundary").build();
    }
    warnings.add(Warning.tolerated("a multipart body whose media type names no boundary"));
    return new BodyForm(boundary);
  }

  private static boolean isDicom(BufferedSource source) throws IOException {
    return source.request(PREAMBLE + DICM.size()) && source.rangeEquals(PREAMBLE, DICM);
  }

  private static @Nullable String firstDelimiter(BufferedSource source) throws IOException {
    // Not an assertion that there is that much: a short body answers false and is looked at all
    // the same.
    boolean unused = source.request(LONGEST_DELIMITER + 2);
    String head =
        source
            .getBuffer()
            .snapshot((int) Math.min(source.getBuffer().size(), LONGEST_DELIMITER + 2))
            .string(StandardCharsets.ISO_8859_1);
    int end = head.indexOf('\n');
    if (!head.startsWith("--") || end < 0) {
      return null;
    }
    String boundary = head.substring(2, end).stripTrailing();
    return boundary.isEmpty() ? null : boundary;
  }
}
