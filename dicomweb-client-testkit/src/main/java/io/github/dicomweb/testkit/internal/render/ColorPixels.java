// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;

/** Colour out of samples (PS3.3 §C.7.6.3.1.2). */
final class ColorPixels {
  private ColorPixels() {}

  static BufferedImage toImage(
      StoredInstance instance, String photometricInterpretation, PixelReader pixels) {
    int down = Math.max(0, pixels.bitsStored() - 8);
    IntUnaryOperator color =
        switch (photometricInterpretation) {
          case "RGB" ->
              pixel ->
                  rgb(
                      pixels.stored(pixel, 0) >> down,
                      pixels.stored(pixel, 1) >> down,
                      pixels.stored(pixel, 2) >> down);
          case "YBR_FULL" ->
              pixel ->
                  ybr(
                      pixels.stored(pixel, 0) >> down,
                      (pixels.stored(pixel, 1) >> down) - 128,
                      (pixels.stored(pixel, 2) >> down) - 128);
          case "PALETTE COLOR" -> {
            Palette palette = Palette.of(instance);
            yield pixel -> palette.color((int) pixels.stored(pixel));
          }
          default ->
              throw HttpProblem.notAcceptable("Pixels of this colour model are not decoded here.");
        };
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        image.setRGB(x, y, color.applyAsInt(y * pixels.width() + x));
      }
    }
    return image;
  }

  static int ybr(int y, int cb, int cr) {
    return rgb(
        clamp(y + 1.402 * cr), clamp(y - 0.344136 * cb - 0.714136 * cr), clamp(y + 1.772 * cb));
  }

  private static int clamp(double value) {
    return (int) Math.round(Math.max(0, Math.min(255, value)));
  }

  static int rgb(int red, int green, int blue) {
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }
}
