// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture as the JDK decodes it. */
final class Picture {
  private final int width;
  private final int height;
  private final int[] samples;

  private Picture(int width, int height, int[] samples) {
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  static Picture of(byte[] file) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(file));
    if (image == null) {
      throw new IOException("the JDK cannot decode the picture");
    }
    if (image.getSampleModel().getSampleSize(0) != Byte.SIZE) {
      throw new IOException("the picture does not have 8 bits");
    }
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int height = image.getHeight();
    int[] samples = raster.getPixels(0, 0, width, height, (int[]) null);
    return new Picture(width, height, samples);
  }

  /** A grey picture of bytes as DICOM has them. */
  static Picture ofGrey(int width, int height, byte[] pixels) {
    return new Picture(
        width, height, IntStream.range(0, pixels.length).map(i -> pixels[i] & 0xFF).toArray());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** How far the samples are from those of another picture at the most. */
  int worstDifference(Picture other) throws IOException {
    return differences(other).max().orElse(0);
  }

  /** How far the samples are from those of another picture on average. */
  double meanDifference(Picture other) throws IOException {
    return differences(other).average().orElse(0);
  }

  private IntStream differences(Picture other) throws IOException {
    if (width != other.width || height != other.height || samples.length != other.samples.length) {
      throw new IOException("pictures of different sizes: " + this + " and " + other);
    }
    return IntStream.range(0, samples.length).map(i -> Math.abs(samples[i] - other.samples[i]));
  }

  @Override
  public String toString() {
    return width + " x " + height + ", " + samples.length + " samples";
  }
}
