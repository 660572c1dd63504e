// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The size of a rendered image and the region of the original that it shows (PS3.18 §8.3.5.1.3).
 * The region is scaled to fit; its aspect ratio is kept. What is left out of the region is the
 * server's default: the left or upper edge, and all that is right of it or below. Immutable; equal
 * by value.
 */
public final class Viewport {
  private final int width;
  private final int height;
  private final @Nullable Double sourceX;
  private final @Nullable Double sourceY;
  private final @Nullable Double sourceWidth;
  private final @Nullable Double sourceHeight;

  private Viewport(
      int width,
      int height,
      @Nullable Double sourceX,
      @Nullable Double sourceY,
      @Nullable Double sourceWidth,
      @Nullable Double sourceHeight) {
    this.width = width;
    this.height = height;
    this.sourceX = sourceX;
    this.sourceY = sourceY;
    this.sourceWidth = sourceWidth;
    this.sourceHeight = sourceHeight;
  }

  /**
   * A viewport that shows the whole image.
   *
   * @param width the width of the rendered image in pixels
   * @param height its height in pixels
   * @return the viewport
   * @throws IllegalArgumentException if either is less than 1
   */
  public static Viewport of(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a viewport is at least one pixel wide and high");
    }
    return new Viewport(width, height, null, null, null, null);
  }

  /**
   * Shows a region of the image.
   *
   * @param x the left edge in pixels of the original
   * @param y the upper edge
   * @param regionWidth the width; negative flips the image horizontally
   * @param regionHeight the height; negative flips it vertically
   * @return a changed copy
   * @throws IllegalArgumentException as for the methods that set one of them
   */
  public Viewport source(double x, double y, double regionWidth, double regionHeight) {
    return sourceX(x).sourceY(y).sourceWidth(regionWidth).sourceHeight(regionHeight);
  }

  /**
   * Sets the left edge of the region alone.
   *
   * @param value in pixels of the original, from 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative or not a finite number
   */
  public Viewport sourceX(double value) {
    return new Viewport(width, height, edge(value), sourceY, sourceWidth, sourceHeight);
  }

  /**
   * Sets the upper edge of the region alone.
   *
   * @param value in pixels of the original, from 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative or not a finite number
   */
  public Viewport sourceY(double value) {
    return new Viewport(width, height, sourceX, edge(value), sourceWidth, sourceHeight);
  }

  /**
   * Sets the width of the region alone.
   *
   * @param value in pixels of the original; negative flips the image horizontally
   * @return a changed copy
   * @throws IllegalArgumentException if it is 0 or not a finite number
   */
  public Viewport sourceWidth(double value) {
    return new Viewport(width, height, sourceX, sourceY, extent(value), sourceHeight);
  }

  /**
   * Sets the height of the region alone.
   *
   * @param value in pixels of the original; negative flips the image vertically
   * @return a changed copy
   * @throws IllegalArgumentException if it is 0 or not a finite number
   */
  public Viewport sourceHeight(double value) {
    return new Viewport(width, height, sourceX, sourceY, sourceWidth, extent(value));
  }

  private static double edge(double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a region begins at 0 or further right and down");
    }
    return value;
  }

  private static double extent(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      throw new IllegalArgumentException("the extent of a region is a number other than 0");
    }
    return value;
  }

  /**
   * The width of the rendered image.
   *
   * @return at least 1
   */
  public int width() {
    return width;
  }

  /**
   * The height of the rendered image.
   *
   * @return at least 1
   */
  public int height() {
    return height;
  }

  /**
   * The region: left edge, upper edge, width and height.
   *
   * @return four values, of which those that were not set are empty
   */
  public List<OptionalDouble> source() {
    List<OptionalDouble> all = new ArrayList<>();
    for (Double value : Arrays.asList(sourceX, sourceY, sourceWidth, sourceHeight)) {
      all.add(value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Viewport viewport
        && viewport.width == width
        && viewport.height == height
        && viewport.source().equals(source());
  }

  @Override
  public int hashCode() {
    return Objects.hash(width, height, source());
  }

  @Override
  public String toString() {
    return "Viewport[" + width + " x " + height + "]";
  }
}
