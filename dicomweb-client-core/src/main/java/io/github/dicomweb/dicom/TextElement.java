// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.Arrays;
import java.util.List;

/**
 * Values that are text, among them DS and IS with their exact text, dates, and AT as eight
 * upper-case hexadecimal digits.
 */
public final class TextElement extends Element {
  // most attributes have one value: no array for those
  private final Object values;

  private TextElement(int tag, VR vr, Object values) {
    super(tag, vr);
    this.values = values;
  }

  /**
   * An attribute of one value.
   *
   * @param tag the tag
   * @param vr the VR
   * @param value the value
   * @return the element; an {@link EmptyElement} when the value is empty
   */
  public static Element of(int tag, VR vr, String value) {
    return value.isEmpty() ? EmptyElement.of(tag, vr) : new TextElement(tag, vr, value);
  }

  /**
   * An attribute of any number of values.
   *
   * @param tag the tag
   * @param vr the VR
   * @param values the values, an empty string for a missing one
   * @return the element; an {@link EmptyElement} when there is no value, or one that is empty
   */
  public static Element of(int tag, VR vr, List<String> values) {
    if (values.isEmpty()) {
      return EmptyElement.of(tag, vr);
    }
    if (values.size() == 1) {
      return of(tag, vr, values.get(0));
    }
    String[] copy = values.toArray(new String[0]);
    for (String value : copy) {
      if (value == null) {
        throw new NullPointerException("a value is null");
      }
    }
    return new TextElement(tag, vr, copy);
  }

  @Override
  public int count() {
    return values instanceof String[] several ? several.length : 1;
  }

  @Override
  public List<String> strings() {
    return values instanceof String[] several ? List.of(several) : List.of((String) values);
  }

  @Override
  String stringAt(int index) {
    return values instanceof String[] several ? several[index] : (String) values;
  }

  @Override
  public List<PersonName> personNames() {
    return strings().stream().map(PersonName::parse).toList();
  }

  @Override
  boolean sameValues(Element other) {
    return other instanceof TextElement text
        && Arrays.deepEquals(new Object[] {values}, new Object[] {text.values});
  }

  @Override
  int valuesHash() {
    return values instanceof String[] several ? Arrays.hashCode(several) : values.hashCode();
  }
}
