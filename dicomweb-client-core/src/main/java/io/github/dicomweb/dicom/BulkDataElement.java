// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

/** A value that is somewhere else (PS3.18 §F.2.6). */
public final class BulkDataElement extends Element {
  private final BulkDataReference reference;

  private BulkDataElement(int tag, VR vr, BulkDataReference reference) {
    super(tag, vr);
    this.reference = reference;
  }

  /**
   * An attribute whose value is somewhere else.
   *
   * @param tag the tag
   * @param vr the VR
   * @param reference where the value is
   * @return the element
   */
  public static BulkDataElement of(int tag, VR vr, BulkDataReference reference) {
    return new BulkDataElement(tag, vr, reference);
  }

  /**
   * Where the value is.
   *
   * @return the reference
   */
  public BulkDataReference reference() {
    return reference;
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  boolean sameValues(Element other) {
    return other instanceof BulkDataElement bulk && reference.equals(bulk.reference);
  }

  @Override
  int valuesHash() {
    return reference.hashCode();
  }
}
