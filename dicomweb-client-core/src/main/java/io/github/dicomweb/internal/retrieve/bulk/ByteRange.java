// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some of the bytes of a value (RFC 9110 §14).
 *
 * @param first the first byte, or −1 for the last ones
 * @param last the last byte, or −1 for all that follow; of the last ones how many
 */
record ByteRange(long first, long last) {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes\\s+([0-9]{1,18})-([0-9]{1,18})/(\\*|[0-9]{1,18})");

  static ByteRange between(long first, long last) {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("a range goes from a first byte to one not before it");
    }
    return new ByteRange(first, last);
  }

  static ByteRange from(long first) {
    if (first < 0) {
      throw new IllegalArgumentException("a range begins at byte 0 or later");
    }
    return new ByteRange(first, -1);
  }

  static ByteRange ofLast(long count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one byte must be asked for");
    }
    return new ByteRange(-1, count);
  }

  boolean isOfLast() {
    return first < 0;
  }

  boolean isOpen() {
    return first >= 0 && last < 0;
  }

  /** As in a Range header. */
  String header() {
    return "bytes=" + (isOfLast() ? "" : first) + "-" + (isOpen() ? "" : last);
  }

  /**
   * How many bytes an answer has, by its Content-Range.
   *
   * @return the number, or −1 if these are not the bytes that were asked for, or not provably
   */
  long lengthOf(String contentRange) {
    Matcher matcher = CONTENT_RANGE.matcher(contentRange.strip());
    if (!matcher.matches()) {
      return -1;
    }
    long from = Long.parseLong(matcher.group(1));
    long to = Long.parseLong(matcher.group(2));
    boolean toTheEnd = !matcher.group(3).equals("*") && Long.parseLong(matcher.group(3)) == to + 1;
    return to >= from && fits(from, to, toTheEnd) ? to - from + 1 : -1;
  }

  private boolean fits(long from, long to, boolean toTheEnd) {
    if (isOfLast()) {
      long length = to - from + 1;
      return toTheEnd && (length == last || (from == 0 && length < last));
    }
    return from == first && ((to == last && !isOpen()) || (toTheEnd && (isOpen() || to < last)));
  }
}
