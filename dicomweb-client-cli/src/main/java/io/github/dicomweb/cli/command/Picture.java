// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.WindowFunction;
import java.util.Locale;

/** Options about pictures as people write them. */
final class Picture {
  /** A window. */
  record Window(double center, double width, WindowFunction function) {}

  private Picture() {}

  /** {@code W,H[,SX,SY,SW,SH]}; what is left empty of the region is the server's default. */
  static Viewport viewport(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length < 2 || parts.length > 6) {
      throw new UsageException("--viewport takes W,H or W,H,SX,SY,SW,SH");
    }
    Viewport viewport = Viewport.of(size(parts[0]), size(parts[1]));
    for (int i = 2; i < parts.length; i++) {
      if (!parts[i].isBlank()) {
        double value = number(parts[i], "--viewport");
        viewport =
            switch (i) {
              case 2 -> viewport.sourceX(value);
              case 3 -> viewport.sourceY(value);
              case 4 -> viewport.sourceWidth(value);
              default -> viewport.sourceHeight(value);
            };
      }
    }
    return viewport;
  }

  /** {@code C,W[,linear|linear-exact|sigmoid]}. */
  static Window window(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new UsageException("--window takes C,W or C,W,linear|linear-exact|sigmoid");
    }
    String function = parts.length < 3 ? "linear" : parts[2].strip().toLowerCase(Locale.ROOT);
    return new Window(
        number(parts[0], "--window"),
        number(parts[1], "--window"),
        switch (function) {
          case "linear" -> WindowFunction.LINEAR;
          case "linear-exact" -> WindowFunction.LINEAR_EXACT;
          case "sigmoid" -> WindowFunction.SIGMOID;
          default -> throw new UsageException("--window is linear, linear-exact or sigmoid");
        });
  }

  static double number(String text, String option) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new UsageException(option + " takes numbers");
    }
  }

  private static int size(String text) {
    double size = number(text, "--viewport");
    if (size != Math.rint(size) || size < 1 || size > 1 << 20) {
      throw new UsageException("--viewport takes a width and a height in pixels");
    }
    return (int) size;
  }
}
