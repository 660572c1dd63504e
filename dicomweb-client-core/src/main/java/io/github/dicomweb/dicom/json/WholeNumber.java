// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

/** Whole numbers straight from the bytes of the scanner. */
final class WholeNumber {
  /** For what may not fit into a long; no number of up to 18 digits is this. */
  static final long TOO_LONG = Long.MIN_VALUE;

  private static final int DIGITS = 18;

  private WholeNumber() {}

  /** The number at hand, which is plain. */
  static long read(JsonScanner scanner) {
    int length = scanner.length();
    int sign = scanner.byteAt(0) == '-' ? 1 : 0;
    if (length - sign > DIGITS) {
      return TOO_LONG;
    }
    long number = 0;
    for (int i = sign; i < length; i++) {
      number = 10 * number + scanner.byteAt(i) - '0';
    }
    return sign == 1 ? -number : number;
  }
}
