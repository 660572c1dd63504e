// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encapsulated pixel data (PS3.5 §A.4): fragments, of which the first is the basic offset table and
 * may be of no length.
 */
public final class FragmentsElement extends Element {
  private final List<byte[]> fragments;

  private FragmentsElement(int tag, VR vr, List<byte[]> fragments) {
    super(tag, vr);
    this.fragments = fragments;
  }

  /**
   * An attribute of fragments.
   *
   * @param tag the tag
   * @param vr the VR, OB
   * @param fragments the offset table and the fragments; copied
   * @return the element; an {@link EmptyElement} when there is none
   */
  public static Element of(int tag, VR vr, List<byte[]> fragments) {
    if (fragments.isEmpty()) {
      return EmptyElement.of(tag, vr);
    }
    List<byte[]> copies = new ArrayList<>(fragments.size());
    fragments.forEach(fragment -> copies.add(fragment.clone()));
    return new FragmentsElement(tag, vr, copies);
  }

  /**
   * One fragment.
   *
   * @param index 0 for the basic offset table, 1 to {@link #count()} - 1 for the fragments
   * @return a copy
   */
  public byte[] fragment(int index) {
    return fragments.get(index).clone();
  }

  @Override
  public int count() {
    return fragments.size();
  }

  @Override
  boolean sameValues(Element other) {
    return other instanceof FragmentsElement element
        && Arrays.deepEquals(fragments.toArray(), element.fragments.toArray());
  }

  @Override
  int valuesHash() {
    return Arrays.deepHashCode(fragments.toArray());
  }
}
