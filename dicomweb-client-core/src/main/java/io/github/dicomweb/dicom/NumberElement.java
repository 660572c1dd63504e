// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that are binary numbers: FL and FD as {@code double}, the others as {@code long} (UV
 * unsigned).
 */
public final class NumberElement extends Element {
  private static final boolean[] NONE_MISSING = {};

  private final long[] bits;
  private final boolean[] missing;

  private NumberElement(int tag, VR vr, long[] bits, boolean[] missing) {
    super(tag, vr);
    this.bits = bits;
    this.missing = missing;
  }

  /**
   * An attribute of whole numbers.
   *
   * @param tag the tag
   * @param vr a VR of kind {@link VR.Kind#NUMBER}
   * @param values the values
   * @return the element; an {@link EmptyElement} when there is no value
   * @throws IllegalArgumentException if the VR is not one of numbers
   */
  public static Element of(int tag, VR vr, long... values) {
    long[] bits = values.clone();
    if (vr.isFloatingPoint()) {
      for (int i = 0; i < bits.length; i++) {
        bits[i] = doubleBits(vr, (double) bits[i]);
      }
    }
    return make(tag, vr, bits, NONE_MISSING);
  }

  /**
   * An attribute of floating point numbers. Those of FL are rounded to 32 bits, as far as they have
   * the range.
   *
   * @param tag the tag
   * @param vr FL or FD
   * @param values the values
   * @return the element; an {@link EmptyElement} when there is no value
   * @throws IllegalArgumentException if the VR is another
   */
  public static Element of(int tag, VR vr, double... values) {
    if (!vr.isFloatingPoint()) {
      throw new IllegalArgumentException(Tags.toHex(tag) + " is not FL or FD");
    }
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = doubleBits(vr, values[i]);
    }
    return make(tag, vr, bits, NONE_MISSING);
  }

  /**
   * An attribute of numbers of which some may be missing.
   *
   * @param tag the tag
   * @param vr a VR of kind {@link VR.Kind#NUMBER}
   * @param values the values, null for a missing one; fractions are allowed for FL and FD only
   * @return the element; an {@link EmptyElement} when there is no value, or one that is missing
   * @throws IllegalArgumentException if the VR is not one of numbers
   */
  public static Element of(int tag, VR vr, List<? extends @Nullable Number> values) {
    long[] bits = new long[values.size()];
    boolean[] missing = NONE_MISSING;
    for (int i = 0; i < bits.length; i++) {
      Number value = values.get(i);
      if (value == null) {
        if (missing.length == 0) {
          missing = new boolean[bits.length];
        }
        missing[i] = true;
      } else if (vr.isFloatingPoint()) {
        bits[i] = doubleBits(vr, value.doubleValue());
      } else {
        bits[i] = value.longValue();
      }
    }
    if (missing.length == 1) {
      return EmptyElement.of(tag, vr);
    }
    return make(tag, vr, bits, missing);
  }

  private static Element make(int tag, VR vr, long[] bits, boolean[] missing) {
    if (vr.kind() != VR.Kind.NUMBER) {
      throw new IllegalArgumentException(Tags.toHex(tag) + " is not of a VR of numbers");
    }
    return bits.length == 0 ? EmptyElement.of(tag, vr) : new NumberElement(tag, vr, bits, missing);
  }

  private static long doubleBits(VR vr, double value) {
    if (vr == VR.FL) {
      // text of the widened number and of the float itself must come out equal
      float rounded = (float) value;
      if (!Float.isInfinite(rounded)) {
        return Double.doubleToLongBits(rounded);
      }
    }
    return Double.doubleToLongBits(value);
  }

  @Override
  public int count() {
    return bits.length;
  }

  /**
   * Whether a value is missing.
   *
   * @param index 0 to {@link #count()} - 1
   * @return true for an empty value among others
   */
  public boolean isMissing(int index) {
    return missing.length > 0 && missing[index];
  }

  /**
   * The number at an index.
   *
   * @param index 0 to {@link #count()} - 1
   * @return a {@code Double} for FL and FD, a {@code BigInteger} for UV above 63 bits, otherwise a
   *     {@code Long}; null when it is missing
   */
  public @Nullable Number number(int index) {
    if (isMissing(index)) {
      return null;
    }
    if (vr().isFloatingPoint()) {
      return Double.longBitsToDouble(bits[index]);
    }
    if (isHuge(index)) {
      return new BigInteger(Long.toUnsignedString(bits[index]));
    }
    return bits[index];
  }

  /**
   * The numbers.
   *
   * @return as {@link #number(int)} gives them, null for a missing one
   */
  public List<@Nullable Number> numbers() {
    List<@Nullable Number> numbers = new ArrayList<>(bits.length);
    for (int i = 0; i < bits.length; i++) {
      numbers.add(number(i));
    }
    return Collections.unmodifiableList(numbers);
  }

  private boolean isHuge(int index) {
    return bits[index] < 0 && vr() == VR.UV;
  }

  @Override
  public List<String> strings() {
    List<String> texts = new ArrayList<>(bits.length);
    for (int i = 0; i < bits.length; i++) {
      texts.add(stringAt(i));
    }
    return Collections.unmodifiableList(texts);
  }

  @Override
  String stringAt(int index) {
    if (isMissing(index)) {
      return "";
    }
    if (vr() == VR.FL) {
      double value = Double.longBitsToDouble(bits[index]);
      float rounded = (float) value;
      return rounded == value && value != Math.rint(value)
          ? Float.toString(rounded)
          : NumberText.ofDouble(value);
    }
    if (vr() == VR.FD) {
      return NumberText.ofDouble(Double.longBitsToDouble(bits[index]));
    }
    return vr() == VR.UV ? Long.toUnsignedString(bits[index]) : Long.toString(bits[index]);
  }

  @Override
  @Nullable Long longAt(int index) {
    if (isMissing(index)) {
      return null;
    }
    if (vr().isFloatingPoint()) {
      double value = Double.longBitsToDouble(bits[index]);
      if (value != Math.rint(value) || Math.abs(value) >= 0x1p63) {
        throw wrongKind("a whole number of 64 bits");
      }
      return (long) value;
    }
    if (isHuge(index)) {
      throw wrongKind("a whole number of 64 bits");
    }
    return bits[index];
  }

  @Override
  @Nullable Double doubleAt(int index) {
    Number number = number(index);
    return number == null ? null : (Double) number.doubleValue();
  }

  @Override
  boolean sameValues(Element other) {
    return other instanceof NumberElement numbers
        && Arrays.equals(bits, numbers.bits)
        && Arrays.equals(missing, numbers.missing);
  }

  @Override
  int valuesHash() {
    return Arrays.hashCode(bits);
  }
}
