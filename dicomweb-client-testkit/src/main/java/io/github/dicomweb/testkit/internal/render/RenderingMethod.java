// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What becomes of the values along a line of sight (PS3.18 §8.3.5.3). */
enum RenderingMethod {
  MAXIMUM_IP,
  MINIMUM_IP,
  AVERAGE_IP;

  static RenderingMethod parse(String text) {
    return Arrays.stream(values())
        .filter(method -> method.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                text.equals("volume_rendered")
                    ? HttpProblem.notAcceptable("Only intensity projections are rendered here.")
                    : HttpProblem.badRequest("The rendering method is unknown."));
  }

  float of(DoubleStream values) {
    return (float)
        switch (this) {
          case MAXIMUM_IP -> values.max().orElse(0);
          case MINIMUM_IP -> values.min().orElse(0);
          case AVERAGE_IP -> values.average().orElse(0);
        };
  }
}
