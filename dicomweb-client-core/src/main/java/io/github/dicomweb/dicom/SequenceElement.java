// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.List;

/** A sequence of items, each a dataset. */
public final class SequenceElement extends Element {
  private final List<Dataset> items;

  private SequenceElement(int tag, VR vr, List<Dataset> items) {
    super(tag, vr);
    this.items = items;
  }

  /**
   * A sequence.
   *
   * @param tag the tag
   * @param vr the VR, SQ
   * @param items the items, which may be empty datasets
   * @return the element; an {@link EmptyElement} when there is no item
   */
  public static Element of(int tag, VR vr, List<Dataset> items) {
    return items.isEmpty()
        ? EmptyElement.of(tag, vr)
        : new SequenceElement(tag, vr, List.copyOf(items));
  }

  @Override
  public int count() {
    return items.size();
  }

  @Override
  public List<Dataset> items() {
    return items;
  }

  @Override
  boolean sameValues(Element other) {
    return other instanceof SequenceElement sequence && items.equals(sequence.items);
  }

  @Override
  int valuesHash() {
    return items.hashCode();
  }
}
