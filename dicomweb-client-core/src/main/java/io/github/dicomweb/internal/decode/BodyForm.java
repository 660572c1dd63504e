// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.media.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Whether a body is multipart or one single part: what its media type says, whatever was asked for;
 * and where that is missing or wrong, what its first bytes say.
 *
 * @param boundary the boundary of a multipart body, or null for a single part
 * @param recognised the media type of a single part that its first bytes show, or null where the
 *     media type of the answer is to be believed
 */
public record BodyForm(@Nullable String boundary, @Nullable MediaType recognised) {
  // RFC 2046 §5.1.1 allows 70 characters, and the first header of a part follows.
  private static final int HEAD = 200;

  // The characters are those of RFC 2046 §5.1.1, where a boundary has to be at least one.
  private static final Pattern CUT_DELIMITER =
      Pattern.compile("--[0-9A-Za-z'()+_,./:=? -]{1,70}(\\r|\\r?\\n(\\r|[A-Za-z-]{0,12}))?");

  /**
   * Finds it out without consuming anything.
   *
   * @param answer the answer
   * @param single what it may be if it is one single part
   * @param warnings takes what was tolerated
   * @return the form
   */
  public static BodyForm of(Answer answer, SinglePart single, List<Warning> warnings)
      throws IOException {
    ContentType type = answer.contentType();
    if (type != null && type.isMultipart()) {
      Optional<String> boundary = type.boundary();
      return boundary.isPresent()
          ? new BodyForm(boundary.get(), null)
          : unnamed(answer, single, head(answer.source()), warnings);
    }
    ByteString head = head(answer.source());
    String boundary = firstDelimiter(head);
    if (boundary != null) {
      warnings.add(Warning.tolerated("a multipart body under another media type, or under none"));
      return new BodyForm(boundary, null);
    }
    if (isCutDelimiter(head)) {
      throw answer.malformed("a multipart body that ends within its first lines").build();
    }
    return singlePart(answer, type, single, head, warnings);
  }

  private static BodyForm singlePart(
      Answer answer,
      @Nullable ContentType type,
      SinglePart single,
      ByteString head,
      List<Warning> warnings) {
    Recognition recognition = Recognition.of(type, single, head, warnings);
    String objection = recognition.objection();
    if (objection != null) {
      throw answer.malformed(objection).build();
    }
    return new BodyForm(null, recognition.recognised());
  }

  private static BodyForm unnamed(
      Answer answer, SinglePart single, ByteString head, List<Warning> warnings) {
    Optional<MediaType> shown = single.recognise(head);
    if (shown.isPresent()) {
      warnings.add(Warning.tolerated(shown.get() + " under a multipart media type"));
      return new BodyForm(null, shown.get());
    }
    String boundary = firstDelimiter(head);
    if (boundary == null) {
      throw answer.malformed("the answer says it is multipart and names no boundary").build();
    }
    warnings.add(Warning.tolerated("a multipart body whose media type names no boundary"));
    return new BodyForm(boundary, null);
  }

  /** The first bytes, which stay where they are. */
  static ByteString head(BufferedSource source) throws IOException {
    // Not an assertion that there is that much: a short body answers false and is looked at all
    // the same.
    boolean unused = source.request(HEAD);
    return source.getBuffer().snapshot((int) Math.min(source.getBuffer().size(), HEAD));
  }

  /**
   * Whether a body is nothing but a delimiter and perhaps the beginning of a header: as a value or
   * as a text it would be taken for whole.
   */
  private static boolean isCutDelimiter(ByteString head) {
    return head.size() < HEAD
        && CUT_DELIMITER.matcher(head.string(StandardCharsets.ISO_8859_1)).matches();
  }

  /** The boundary of a body that begins with a delimiter and a header, or with the last one. */
  static @Nullable String firstDelimiter(ByteString bytes) {
    String head = bytes.string(StandardCharsets.ISO_8859_1);
    int end = head.indexOf('\n');
    if (!head.startsWith("--") || end < 0) {
      return null;
    }
    String boundary = head.substring(2, end).stripTrailing();
    String next = head.substring(end + 1).toLowerCase(Locale.ROOT);
    boolean header =
        next.startsWith("content-") || next.startsWith("mime-version") || next.startsWith("\r\n");
    return boundary.isEmpty() || !header ? null : boundary;
  }
}
