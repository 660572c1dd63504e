// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

/** Numbers straight from the bytes of the scanner, as far as that is exact. */
final class NumberBytes {
  /** For what may not fit into a long; no number of up to 18 digits is this. */
  static final long TOO_LONG = Long.MIN_VALUE;

  private static final int LONG_DIGITS = 18;
  // with both below 2^53, one division rounds once and so as it should
  private static final int DOUBLE_DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private NumberBytes() {}

  /** The number at hand, which is plain. */
  static long whole(JsonScanner scanner) {
    int length = scanner.length();
    int sign = scanner.byteAt(0) == '-' ? 1 : 0;
    if (length - sign > LONG_DIGITS) {
      return TOO_LONG;
    }
    long number = 0;
    for (int i = sign; i < length; i++) {
      number = 10 * number + scanner.byteAt(i) - '0';
    }
    return sign == 1 ? -number : number;
  }

  /** The number at hand, or NaN when it takes more to read it. */
  static double real(JsonScanner scanner) {
    int length = scanner.length();
    if (length > DOUBLE_DIGITS) {
      return Double.NaN;
    }
    boolean negative = scanner.byteAt(0) == '-';
    long digits = 0;
    int fraction = 0;
    boolean behindPoint = false;
    for (int i = negative ? 1 : 0; i < length; i++) {
      int c = scanner.byteAt(i);
      if (c == '.') {
        behindPoint = true;
      } else if (c < '0' || c > '9') {
        return Double.NaN;
      } else {
        digits = 10 * digits + c - '0';
        fraction += behindPoint ? 1 : 0;
      }
    }
    double number = digits / POWERS[fraction];
    return negative ? -number : number;
  }
}
