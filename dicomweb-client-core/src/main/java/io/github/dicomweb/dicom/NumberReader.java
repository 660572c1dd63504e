// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads text as a number that a VR of kind {@link VR.Kind#NUMBER} can hold. */
public final class NumberReader {
  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);

  private NumberReader() {}

  /**
   * Reads a number.
   *
   * @param vr a VR of numbers
   * @param text a number in decimal; {@code NaN} and infinities for FL and FD
   * @return the number, or null when the text is not one, or has a fraction and the VR is of whole
   *     numbers, or is beyond 64 bits
   */
  public static @Nullable Number read(VR vr, String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (vr.isFloatingPoint()) {
        return NumberText.toDouble(text);
      }
      if (vr == VR.UV && text.length() >= 19 && text.length() <= 24) {
        BigInteger number = NumberText.toDecimal(text).toBigIntegerExact();
        return number.signum() < 0 || number.compareTo(UNSIGNED_LIMIT) >= 0 ? null : number;
      }
      return NumberText.toLong(text);
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }
}
