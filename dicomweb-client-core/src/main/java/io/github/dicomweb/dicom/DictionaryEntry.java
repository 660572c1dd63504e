// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.List;

/**
 * What the data dictionary says of an attribute (PS3.6 §6).
 *
 * @param tag the tag; of a repeating group, the member that was asked for
 * @param keyword the keyword, empty for a few retired attributes
 * @param name the name
 * @param vrs the value representations it may have: one, several, or none for item delimiters
 * @param vm the value multiplicity, such as {@code 1-n}
 * @param retired whether the standard has retired it
 */
public record DictionaryEntry(
    int tag, String keyword, String name, List<VR> vrs, String vm, boolean retired) {

  /**
   * Copies the list.
   *
   * @param tag the tag; of a repeating group, the member that was asked for
   * @param keyword the keyword, empty for a few retired attributes
   * @param name the name
   * @param vrs the value representations it may have: one, several, or none for item delimiters
   * @param vm the value multiplicity, such as {@code 1-n}
   * @param retired whether the standard has retired it
   */
  public DictionaryEntry {
    vrs = List.copyOf(vrs);
  }

  /**
   * The first of {@link #vrs()}.
   *
   * @return the VR, {@code UN} when there is none
   */
  public VR vr() {
    return vrs.isEmpty() ? VR.UN : vrs.get(0);
  }
}
