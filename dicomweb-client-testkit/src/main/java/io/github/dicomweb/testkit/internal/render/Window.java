// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A window on grey values (PS3.3 §C.11.2.1.2).
 *
 * @param center what becomes medium grey
 * @param width what becomes black to white
 */
public record Window(double center, double width, Function function) {
  /** The VOI LUT Functions, by their names in PS3.18 §8.3.5.1.4. */
  public enum Function {
    LINEAR,
    LINEAR_EXACT,
    SIGMOID;

    String parameter() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The function of a VOI LUT Function (0028,1056). */
    static Function ofAttribute(Optional<String> value) {
      return value
          .flatMap(text -> Arrays.stream(values()).filter(f -> f.name().equals(text)).findFirst())
          .orElse(LINEAR);
    }
  }

  public Window {
    if (!(width > 0) || (function == Function.LINEAR && width < 1)) {
      throw HttpProblem.badRequest("The width of a window is too small.");
    }
  }

  /** Reads {@code center,width,function}. */
  static Window parse(String text) {
    String[] pieces = text.split(",", -1);
    if (pieces.length != 3) {
      throw HttpProblem.badRequest("A window is not center, width and function.");
    }
    Function function =
        Arrays.stream(Function.values())
            .filter(f -> f.parameter().equals(pieces[2]))
            .findFirst()
            .orElseThrow(() -> HttpProblem.badRequest("The function of a window is unknown."));
    return new Window(
        Decimals.parse(pieces[0], "window"), Decimals.parse(pieces[1], "window"), function);
  }

  /** From 0, black, to 255. */
  int level(double value) {
    double share =
        switch (function) {
          case LINEAR -> linear(value);
          case LINEAR_EXACT -> (value - center) / width + 0.5;
          case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / width));
        };
    return (int) Math.round(Math.max(0, Math.min(1, share)) * 255);
  }

  private double linear(double value) {
    double shifted = value - (center - 0.5);
    double half = (width - 1) / 2;
    if (shifted <= -half) {
      return 0;
    }
    return shifted > half ? 1 : shifted / (width - 1) + 0.5;
  }
}
