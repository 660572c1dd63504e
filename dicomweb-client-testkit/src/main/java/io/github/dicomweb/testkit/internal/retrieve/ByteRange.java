// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.Request;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a part or the range of it that is asked for (RFC 9110 §14). Several ranges, other units
 * and what is no range are passed over, as the RFC allows; so is a range that holds only for an
 * entity tag, since the parts have none.
 */
final class ByteRange {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private ByteRange() {}

  static Answer answer(Request request, Part part) {
    Matcher range = RANGE.matcher(request.header("Range").orElse(""));
    Answer whole = Answer.of(200).header("Accept-Ranges", "bytes");
    if (!request.method().equals("GET")
        || request.header("If-Range").isPresent()
        || !range.matches()
        || range.end() - range.start() == "bytes=-".length()) {
      return Parts.single(whole, part);
    }
    long length = part.content().remaining();
    long first;
    long last;
    if (range.group(1).isEmpty()) {
      long suffix = Long.parseLong(range.group(2));
      first = suffix == 0 ? length : Math.max(0, length - suffix);
      last = length - 1;
    } else {
      first = Long.parseLong(range.group(1));
      last = range.group(2).isEmpty() ? length - 1 : Long.parseLong(range.group(2));
      if (last < first && !range.group(2).isEmpty()) {
        return Parts.single(whole, part);
      }
      last = Math.min(last, length - 1);
    }
    if (first >= length) {
      return Answer.of(416).header("Content-Range", "bytes */" + length);
    }
    int from = part.content().position() + (int) first;
    ByteBuffer content =
        part.content().duplicate().position(from).limit(from + (int) (last - first + 1)).slice();
    return Parts.single(
        Answer.of(206)
            .header("Accept-Ranges", "bytes")
            .header("Content-Range", "bytes " + first + "-" + last + "/" + length),
        new Part(part.contentType(), part.location(), content));
  }
}
