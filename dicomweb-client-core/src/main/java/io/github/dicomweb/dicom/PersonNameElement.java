// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.Arrays;
import java.util.List;

/** Values of VR PN. */
public final class PersonNameElement extends Element {
  private final PersonName[] names;

  private PersonNameElement(int tag, VR vr, PersonName[] names) {
    super(tag, vr);
    this.names = names;
  }

  /**
   * An attribute of person names.
   *
   * @param tag the tag
   * @param vr the VR, PN
   * @param names the names, {@link PersonName#EMPTY} for a missing one
   * @return the element; an {@link EmptyElement} when there is no name, or one that is empty
   */
  public static Element of(int tag, VR vr, List<PersonName> names) {
    if (names.isEmpty() || (names.size() == 1 && names.get(0).isEmpty())) {
      return EmptyElement.of(tag, vr);
    }
    return new PersonNameElement(tag, vr, List.copyOf(names).toArray(new PersonName[0]));
  }

  /**
   * An attribute of one person name.
   *
   * @param tag the tag
   * @param vr the VR, PN
   * @param name the name
   * @return the element; an {@link EmptyElement} when the name is empty
   */
  public static Element of(int tag, VR vr, PersonName name) {
    return name.isEmpty()
        ? EmptyElement.of(tag, vr)
        : new PersonNameElement(tag, vr, new PersonName[] {name});
  }

  @Override
  public int count() {
    return names.length;
  }

  @Override
  public List<PersonName> personNames() {
    return List.of(names);
  }

  @Override
  public List<String> strings() {
    return Arrays.stream(names).map(PersonName::toDicomString).toList();
  }

  @Override
  boolean sameValues(Element other) {
    return other instanceof PersonNameElement element && Arrays.equals(names, element.names);
  }

  @Override
  int valuesHash() {
    return Arrays.hashCode(names);
  }
}
