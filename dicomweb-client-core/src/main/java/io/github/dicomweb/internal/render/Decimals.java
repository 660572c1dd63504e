// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Decimal numbers as a query has them: no exponent, no zeros that say nothing. */
final class Decimals {
  private Decimals() {}

  static String write(double value) {
    // strips trailing zeros of 0.0 as well, since Java 8
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Several. */
  static List<String> list(double... values) {
    return Arrays.stream(values).mapToObj(Decimals::write).toList();
  }

  static double finite(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " is a finite number");
    }
    return value;
  }

  static double positive(double value, String what) {
    if (!(finite(value, what) > 0)) {
      throw new IllegalArgumentException(what + " is more than 0");
    }
    return value;
  }
}
