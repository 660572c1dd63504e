// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.OptionalDouble;

/**
 * The part of an image that is shown, and how large (PS3.18 §8.3.5.1.3). The aspect of the part is
 * kept: the image fills the viewport in one direction.
 *
 * @param width of the viewport
 * @param height of the viewport
 * @param x where the part begins, in pixels of the image
 * @param y where the part begins
 * @param partWidth negative to flip it; to the edge of the image when it is absent
 * @param partHeight negative to flip it
 */
public record Viewport(
    int width,
    int height,
    double x,
    double y,
    OptionalDouble partWidth,
    OptionalDouble partHeight) {
  private static final int LARGEST = 8192;

  /** All of an image within a box. */
  public static Viewport of(int width, int height) {
    return new Viewport(width, height, 0, 0, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Reads {@code vw,vh} and no more. */
  public static Viewport parseSize(String text) {
    if (text.split(",", -1).length != 2) {
      throw HttpProblem.badRequest("This viewport has a width and a height.");
    }
    return parse(text);
  }

  /** Reads {@code vw,vh,sx,sy,sw,sh}, of which all but the first two may be left out. */
  public static Viewport parse(String text) {
    String[] pieces = text.split(",", -1);
    if (pieces.length < 2 || pieces.length > 6) {
      throw HttpProblem.badRequest("A viewport has two to six numbers.");
    }
    Viewport viewport =
        new Viewport(
            Decimals.parseInt(pieces[0], "viewport", 1, LARGEST),
            Decimals.parseInt(pieces[1], "viewport", 1, LARGEST),
            number(pieces, 2).orElse(0),
            number(pieces, 3).orElse(0),
            number(pieces, 4),
            number(pieces, 5));
    if (viewport.x < 0
        || viewport.y < 0
        || viewport.partWidth.orElse(1) == 0
        || viewport.partHeight.orElse(1) == 0) {
      throw HttpProblem.badRequest("The part of the image is nowhere.");
    }
    return viewport;
  }

  private static OptionalDouble number(String[] pieces, int index) {
    return index < pieces.length && !pieces[index].isEmpty()
        ? OptionalDouble.of(Decimals.parse(pieces[index], "viewport"))
        : OptionalDouble.empty();
  }

  BufferedImage apply(BufferedImage image) {
    if (x >= image.getWidth() || y >= image.getHeight()) {
      throw HttpProblem.badRequest("The part of the image is outside of it.");
    }
    double w = Math.min(Math.abs(partWidth.orElse(Double.MAX_VALUE)), image.getWidth() - x);
    double h = Math.min(Math.abs(partHeight.orElse(Double.MAX_VALUE)), image.getHeight() - y);
    double scale = Math.min(width / w, height / h);
    int outWidth = Math.max(1, Math.min(width, (int) Math.round(w * scale)));
    int outHeight = Math.max(1, Math.min(height, (int) Math.round(h * scale)));
    return resample(image, new Size(outWidth, outHeight), new Rectangle2D.Double(x, y, w, h));
  }

  /** An image stretched so that its pixels become squares. */
  static BufferedImage square(BufferedImage image, double pixelWidth, double pixelHeight) {
    double least = Math.min(pixelWidth, pixelHeight);
    Size size =
        new Size(
            stretched(image.getWidth(), pixelWidth / least),
            stretched(image.getHeight(), pixelHeight / least));
    Rectangle2D whole = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
    return of(size.width(), size.height()).resample(image, size, whole);
  }

  private static int stretched(int side, double by) {
    return (int) Math.max(1, Math.min(LARGEST, Math.round(side * by)));
  }

  private record Size(int width, int height) {}

  private BufferedImage resample(BufferedImage image, Size size, Rectangle2D part) {
    BufferedImage scaled = new BufferedImage(size.width(), size.height(), image.getType());
    Raster from = image.getRaster();
    WritableRaster to = scaled.getRaster();
    for (int row = 0; row < size.height(); row++) {
      int toRow = partHeight.orElse(1) < 0 ? size.height() - 1 - row : row;
      double fromY = part.getY() + (row + 0.5) * part.getHeight() / size.height() - 0.5;
      for (int column = 0; column < size.width(); column++) {
        int toColumn = partWidth.orElse(1) < 0 ? size.width() - 1 - column : column;
        double fromX = part.getX() + (column + 0.5) * part.getWidth() / size.width() - 0.5;
        for (int band = 0; band < from.getNumBands(); band++) {
          to.setSample(toColumn, toRow, band, sample(from, fromX, fromY, band));
        }
      }
    }
    return scaled;
  }

  /** Between the four pixels around a point. */
  private static int sample(Raster raster, double x, double y, int band) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double dx = x - left;
    double dy = y - top;
    double above =
        pixel(raster, left, top, band) * (1 - dx) + pixel(raster, left + 1, top, band) * dx;
    double below =
        pixel(raster, left, top + 1, band) * (1 - dx) + pixel(raster, left + 1, top + 1, band) * dx;
    return (int) Math.round(above * (1 - dy) + below * dy);
  }

  private static int pixel(Raster raster, int x, int y, int band) {
    return raster.getSample(
        Math.max(0, Math.min(raster.getWidth() - 1, x)),
        Math.max(0, Math.min(raster.getHeight() - 1, y)),
        band);
  }
}
