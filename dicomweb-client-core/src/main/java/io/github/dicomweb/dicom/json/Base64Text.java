// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import java.util.Arrays;

/** Base64 (RFC 4648) out of bytes of ASCII, with either alphabet, with or without padding. */
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

  private final Budget budget;

  Base64Text(Budget budget) {
    this.budget = budget;
  }

  void checkTotal(long bytes, Deviations deviations) {
    if (bytes > budget.inlineBytes()) {
      throw deviations.error("inline binary data larger than the limit");
    }
  }

  // negative for what is not of the common alphabet: the slower loop looks at it
  private static int value(byte c) {
    return c < 0 || c == '-' || c == '_' ? -1 : VALUES[c];
  }

  /** The bytes, or none when the text is not base64. */
  byte[] decode(byte[] chars, int from, int length, Deviations deviations) {
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
    int i = from;
    for (; i + 4 <= end; i += 4) {
      int group =
          value(chars[i]) << 18
              | value(chars[i + 1]) << 12
              | value(chars[i + 2]) << 6
              | value(chars[i + 3]);
      if (group < 0) {
        break;
      }
      bytes[count] = (byte) (group >>> 16);
      bytes[count + 1] = (byte) (group >>> 8);
      bytes[count + 2] = (byte) group;
      count += 3;
    }
    for (; i < end; i++) {
      byte c = chars[i];
      int value = c >= 0 ? VALUES[c] : -1;
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
    budget.hold(count);
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
