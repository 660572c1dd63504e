// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.retrieve.VolumePoint;
import org.jspecify.annotations.Nullable;

/**
 * How the view of a volume moves (PS3.18 §8.3.5.3.9 to §8.3.5.3.12).
 *
 * @param swivel 0 for none
 * @param step 0 for none
 * @param rate 0 for none
 */
record VolumeAnimation(double swivel, @Nullable VolumePoint curvePoint, int step, double rate) {
  static final VolumeAnimation NONE = new VolumeAnimation(0, null, 0, 0);

  VolumeAnimation {
    if (swivel > 0 && curvePoint != null) {
      throw new IllegalArgumentException("a swivel and a curve exclude each other");
    }
  }

  VolumeAnimation withSwivel(double degrees) {
    return new VolumeAnimation(
        Decimals.positive(degrees, "the range of a swivel"), curvePoint, step, rate);
  }

  VolumeAnimation withCurvePoint(VolumePoint value) {
    return new VolumeAnimation(swivel, value, step, rate);
  }

  VolumeAnimation withStep(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("the step of an animation is at least 1");
    }
    return new VolumeAnimation(swivel, curvePoint, value, rate);
  }

  VolumeAnimation withRate(double value) {
    return new VolumeAnimation(
        swivel, curvePoint, step, Decimals.positive(value, "the rate of an animation"));
  }

  void writeTo(Query query) {
    if (swivel > 0) {
      query.add("swivelrange", Decimals.write(swivel));
    }
    if (curvePoint != null) {
      query.add("volumetriccurvepoint", VolumeView.write(curvePoint));
    }
    if (step > 0) {
      query.add("animationstepsize", Integer.toString(step));
    }
    if (rate > 0) {
      query.add("animationrate", Decimals.write(rate));
    }
  }
}
