// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers from and to the text that DICOM and JSON have for them. */
final class NumberText {
  // text from outside: an exponent must not make a number of a billion digits
  private static final int MAX_SCALE = 400;
  private static final int DS_CHARS = 16;

  private NumberText() {}

  static long toLong(String text) {
    int length = text.length();
    boolean whole = length > 0;
    for (int i = 0; whole && i < length; i++) {
      char c = text.charAt(i);
      whole = (c >= '0' && c <= '9') || (i == 0 && length > 1 && (c == '-' || c == '+'));
    }
    if (whole) {
      return Long.parseLong(text);
    }
    BigDecimal number = toDecimal(text);
    if (number.signum() != 0 && Math.abs(number.precision() - number.scale()) > 20) {
      throw new NumberFormatException();
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new NumberFormatException();
    }
  }

  static double toDouble(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "infinity", "+infinity", "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-infinity", "-inf" -> Double.NEGATIVE_INFINITY;
      default -> finite(text);
    };
  }

  private static double finite(String text) {
    char last = text.charAt(text.length() - 1);
    if ((last < '0' || last > '9') && last != '.') {
      // Java's own suffixes d and f
      throw new NumberFormatException();
    }
    return Double.parseDouble(text);
  }

  static BigDecimal toDecimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > MAX_SCALE) {
      throw new NumberFormatException();
    }
    return number;
  }

  static String ofDouble(double value) {
    boolean negativeZero = value == 0 && 1 / value < 0;
    if (value == Math.rint(value) && Math.abs(value) < 1e15 && !negativeZero) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }

  /** A DS holds at most 16 characters (PS3.5 §6.2): as many digits as fit. */
  static String toDecimalString(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a DS holds finite numbers only");
    }
    String text = ofDouble(value);
    for (int digits = 16; text.length() > DS_CHARS; digits--) {
      text = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toString();
    }
    return text;
  }
}
