// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import java.util.List;

/**
 * The parameters that a server would render a volume with (PS3.18 Annex K): those it was given, and
 * those it chose.
 *
 * @param dataset the Rendered Volume Response Module
 * @param partial whether the server said that something is left out (206 Partial Content)
 * @param warnings what the server warned of and what was tolerated
 */
public record VolumeMetadata(Dataset dataset, boolean partial, List<Warning> warnings) {

  /**
   * Keeps its own copy of the warnings.
   *
   * @param dataset the Rendered Volume Response Module
   * @param partial whether the server said that something is left out (206 Partial Content)
   * @param warnings what the server warned of and what was tolerated
   */
  public VolumeMetadata {
    warnings = List.copyOf(warnings);
  }

  /** The number of attributes. */
  @Override
  public String toString() {
    return "VolumeMetadata[" + dataset.size() + " attributes]";
  }
}
