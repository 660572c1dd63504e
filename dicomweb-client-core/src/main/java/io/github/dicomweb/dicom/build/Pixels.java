// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** The pixels of a picture as Pixel Data (7FE0,0010) has them. */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never compared
record Pixels(int rows, int columns, int samples, int bits, byte[] bytes) {
  private static final int MOST_ROWS = 0xFFFF;

  static Pixels of(BufferedImage image) {
    int rows = image.getHeight();
    int columns = image.getWidth();
    int type = image.getType();
    boolean wide = type == BufferedImage.TYPE_USHORT_GRAY;
    boolean grey = wide || type == BufferedImage.TYPE_BYTE_GRAY;
    long size = (long) rows * columns * (wide ? 2 : grey ? 1 : 3);
    if (rows > MOST_ROWS || columns > MOST_ROWS || size > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("the picture is larger than an instance can be");
    }
    byte[] bytes = new byte[(int) size];
    if (grey) {
      copyGrey(image.getRaster(), bytes, wide);
    } else {
      copyColours(image, bytes);
    }
    return new Pixels(rows, columns, grey ? 1 : 3, wide ? 16 : 8, bytes);
  }

  // the samples as they are: getRGB would bend them for the screen
  private static void copyGrey(Raster raster, byte[] bytes, boolean wide) {
    int[] row = new int[raster.getWidth()];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
      for (int sample : row) {
        bytes[at++] = (byte) sample;
        if (wide) {
          bytes[at++] = (byte) (sample >>> 8);
        }
      }
    }
  }

  private static void copyColours(BufferedImage image, byte[] bytes) {
    int[] row = new int[image.getWidth()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int argb : row) {
        int alpha = argb >>> 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
          bytes[at++] = (byte) (((argb >>> shift & 0xFF) * alpha + 127) / 255);
        }
      }
    }
  }
}
