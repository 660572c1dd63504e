// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import java.util.Arrays;

/** Base64 (RFC 4648) out of characters, with either alphabet, with or without padding. */
final class Base64Text {
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < 64; i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
    VALUES['-'] = 62;
    VALUES['_'] = 63;
  }

  private final int limit;

  Base64Text(int limit) {
    this.limit = limit;
  }

  void checkTotal(long bytes, Deviations deviations) {
    if (bytes > limit) {
      throw deviations.error("inline binary data larger than the limit");
    }
  }

  /** The bytes, or none when the text is not base64. */
  byte[] decode(char[] chars, int from, int length, Deviations deviations) {
    checkTotal(length / 4 * 3L - 2, deviations);
    byte[] bytes = new byte[(int) (length * 3L / 4)];
    int count = 0;
    int bits = 0;
    int pending = 0;
    boolean odd = false;
    int end = from + length;
    while (end > from && chars[end - 1] == '=') {
      end--;
    }
    for (int i = from; i < end; i++) {
      char c = chars[i];
      int value = c < 128 ? VALUES[c] : -1;
      if (value < 0) {
        if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
          odd = true;
          continue;
        }
        deviations.add("an InlineBinary that is not base64, left out");
        return new byte[0];
      }
      odd |= c == '-' || c == '_';
      bits = bits << 6 | value;
      pending += 6;
      if (pending >= 8) {
        pending -= 8;
        bytes[count++] = (byte) (bits >>> pending);
      }
    }
    if (odd || length % 4 != 0) {
      deviations.add("an InlineBinary with white space, another alphabet or without padding");
    }
    checkTotal(count, deviations);
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
