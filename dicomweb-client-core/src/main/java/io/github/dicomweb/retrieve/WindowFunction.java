// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/**
 * How a window turns pixel values into shades (VOI LUT Function, PS3.3 §C.11.2.1.2, §C.11.2.1.3).
 */
public enum WindowFunction {
  /**
   * From the centre less half to the centre plus half, as integers have it. The width is at least
   * 1.
   */
  LINEAR,
  /** The same without the correction for integers. The width is more than 0. */
  LINEAR_EXACT,
  /** An S curve. The width is more than 0. */
  SIGMOID
}
