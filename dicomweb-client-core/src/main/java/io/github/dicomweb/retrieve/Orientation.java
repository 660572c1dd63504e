// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/** From where on the patient a volume is looked at (PS3.18 §8.3.5.3.4). */
public enum Orientation {
  /** From the front. */
  ANTERIOR,
  /** From the back. */
  POSTERIOR,
  /** From the right of the patient. */
  RIGHT,
  /** From the left of the patient. */
  LEFT,
  /** From the head. */
  HEAD,
  /** From the feet. */
  FEET
}
