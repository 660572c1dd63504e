// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/** How the values along a line of sight become one pixel (PS3.18 §8.3.5.3.3). */
public enum RenderingMethod {
  /** Volume rendering. */
  VOLUME_RENDERED,
  /** The greatest value (maximum intensity projection). */
  MAXIMUM_IP,
  /** The least value (minimum intensity projection). */
  MINIMUM_IP,
  /** The mean. */
  AVERAGE_IP
}
