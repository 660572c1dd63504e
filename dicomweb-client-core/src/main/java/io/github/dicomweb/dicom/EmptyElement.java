// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.List;

/** An attribute that is present and has no value; of any VR, SQ and the binary ones included. */
public final class EmptyElement extends Element {
  private EmptyElement(int tag, VR vr) {
    super(tag, vr);
  }

  /**
   * An attribute without a value.
   *
   * @param tag the tag
   * @param vr the VR
   * @return the element
   */
  public static EmptyElement of(int tag, VR vr) {
    return new EmptyElement(tag, vr);
  }

  @Override
  public int count() {
    return 0;
  }

  @Override
  public List<String> strings() {
    return List.of();
  }

  @Override
  public List<PersonName> personNames() {
    return List.of();
  }

  @Override
  public List<Dataset> items() {
    return List.of();
  }

  @Override
  boolean sameValues(Element other) {
    return true;
  }

  @Override
  int valuesHash() {
    return 0;
  }
}
