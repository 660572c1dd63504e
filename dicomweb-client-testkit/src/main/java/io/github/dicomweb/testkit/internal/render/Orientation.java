// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.render.Volume.Axis;

/**
 * The side from which a volume of axial slices is looked at (PS3.18 §8.3.5.3): the patient's
 * anterior, posterior, right, left, head or feet.
 */
enum Orientation {
  A(Axis.ROW, false),
  P(Axis.ROW, true),
  R(Axis.COLUMN, true),
  L(Axis.COLUMN, false),
  H(Axis.SLICE, true),
  F(Axis.SLICE, false);

  private final Axis along;
  private final boolean mirrored;

  Orientation(Axis along, boolean mirrored) {
    this.along = along;
    this.mirrored = mirrored;
  }

  static Orientation parse(String text) {
    for (Orientation orientation : values()) {
      if (text.length() == 1 && orientation.name().charAt(0) - 'A' == text.charAt(0) - 'a') {
        return orientation;
      }
    }
    throw HttpProblem.badRequest("The orientation is none of a, p, r, l, h and f.");
  }

  /** The side that lies nearest in a direction, in the axes of the patient (PS3.3 §C.7.6.2.1.1). */
  static Orientation nearest(double toLeft, double toPosterior, double toHead) {
    double x = Math.abs(toLeft);
    double y = Math.abs(toPosterior);
    double z = Math.abs(toHead);
    if (z >= x && z >= y) {
      return toHead > 0 ? H : F;
    }
    return x >= y ? (toLeft > 0 ? L : R) : (toPosterior > 0 ? P : A);
  }

  Axis along() {
    return along;
  }

  boolean mirrored() {
    return mirrored;
  }

  Axis horizontal() {
    return along == Axis.COLUMN ? Axis.ROW : Axis.COLUMN;
  }

  Axis vertical() {
    return along == Axis.SLICE ? Axis.ROW : Axis.SLICE;
  }
}
