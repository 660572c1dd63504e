// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/**
 * A point or a direction in the coordinates of a volume, in millimetres.
 *
 * @param x towards the left of the patient
 * @param y towards the back of the patient
 * @param z towards the head of the patient
 */
public record VolumePoint(double x, double y, double z) {

  /**
   * Refuses what is not a finite number.
   *
   * @param x towards the left of the patient
   * @param y towards the back of the patient
   * @param z towards the head of the patient
   */
  public VolumePoint {
    if (!(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z))) {
      throw new IllegalArgumentException("the coordinates of a point are finite numbers");
    }
  }
}
