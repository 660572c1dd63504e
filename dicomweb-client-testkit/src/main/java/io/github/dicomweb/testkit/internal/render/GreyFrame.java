// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** A frame of grey values, after the modality transformation (PS3.3 §C.11.1), row by row. */
final class GreyFrame {
  private final int width;
  private final int height;
  private final float[] values;

  /**
   * A frame.
   *
   * @param values not to be changed any more
   */
  GreyFrame(int width, int height, float[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  /** The window that shows all that there is. */
  Window fullWindow() {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double range = Math.max(1e-6, most - least);
    return new Window(least + range / 2, range, Window.Function.LINEAR_EXACT);
  }

  /** The frame through a window. */
  BufferedImage toImage(Window window, Polarity polarity) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = image.getRaster();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int level = window.level(at(x, y));
        raster.setSample(x, y, 0, polarity == Polarity.INVERSE ? 255 - level : level);
      }
    }
    return image;
  }

  /** Whether large values are white. */
  enum Polarity {
    NORMAL,
    INVERSE
  }
}
