// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import io.github.dicomweb.error.DicomFormatException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute with its values. Immutable; equal by value. The subclasses are the kinds of values
 * there are; a value of several that is missing stays visible as an empty one.
 *
 * <p>The accessors here are for callers that know what they expect: each throws {@link
 * DicomFormatException} when the values are of another kind.
 */
public abstract sealed class Element
    permits TextElement,
        NumberElement,
        PersonNameElement,
        SequenceElement,
        BinaryElement,
        BulkDataElement,
        FragmentsElement,
        EmptyElement {

  private final int tag;
  private final VR vr;

  Element(int tag, VR vr) {
    this.tag = tag;
    this.vr = vr;
  }

  /**
   * The tag.
   *
   * @return the tag
   */
  public final int tag() {
    return tag;
  }

  /**
   * The value representation.
   *
   * @return the VR
   */
  public final VR vr() {
    return vr;
  }

  /**
   * How many values or items there are; 1 for binary values and references.
   *
   * @return the number, 0 for an empty attribute
   */
  public abstract int count();

  /**
   * Whether the attribute is present without a value.
   *
   * @return true for {@link EmptyElement}
   */
  public final boolean isEmpty() {
    return this instanceof EmptyElement;
  }

  /**
   * The values as text: strings, numbers in decimal, person names as in DICOM files.
   *
   * @return the values, an empty string for each missing one
   * @throws DicomFormatException if this is a sequence or binary
   */
  public List<String> strings() {
    throw wrongKind("text");
  }

  /**
   * The person names.
   *
   * @return the names
   * @throws DicomFormatException if the values are neither person names nor text
   */
  public List<PersonName> personNames() {
    throw wrongKind("a person name");
  }

  /**
   * The items of a sequence.
   *
   * @return the items
   * @throws DicomFormatException if this is not a sequence
   */
  public List<Dataset> items() {
    throw wrongKind("a sequence");
  }

  /** The value at an index, 0 to count() - 1, as text. */
  String stringAt(int index) {
    return strings().get(index);
  }

  /** The number at an index, or null when that value is missing. */
  @Nullable Long longAt(int index) {
    String text = stringAt(index).trim();
    try {
      return text.isEmpty() ? null : (Long) NumberText.toLong(text);
    } catch (NumberFormatException e) {
      throw wrongKind("a whole number of 64 bits");
    }
  }

  /** The number at an index, or null when that value is missing. */
  @Nullable Double doubleAt(int index) {
    String text = stringAt(index).trim();
    try {
      return text.isEmpty() ? null : (Double) NumberText.toDouble(text);
    } catch (NumberFormatException e) {
      throw wrongKind("a number");
    }
  }

  final DicomFormatException wrongKind(String expected) {
    return DicomFormatException.ofValue("the value is not " + expected, Tags.toHex(tag));
  }

  abstract boolean sameValues(Element other);

  abstract int valuesHash();

  @Override
  public final boolean equals(Object other) {
    return this == other
        || (other instanceof Element element
            && tag == element.tag
            && getClass() == element.getClass()
            && vr == element.vr
            && sameValues(element));
  }

  @Override
  public final int hashCode() {
    return (31 * tag + vr.code().hashCode()) * 31 + valuesHash();
  }

  /** Tag, VR and number of values, never a value. */
  @Override
  public final String toString() {
    return Tags.toHex(tag) + " " + vr + " [" + count() + "]";
  }
}
