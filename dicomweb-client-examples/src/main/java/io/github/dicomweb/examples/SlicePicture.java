// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws an uncompressed slice of 16 bits a pixel as its window says (PS3.3 §C.11.2.1.2). */
final class SlicePicture {
  private SlicePicture() {}

  static void write(Path dicomFile, Path png) throws IOException {
    Dataset slice = Part10Reader.create().read(dicomFile).orThrow().dataset();
    int rows = slice.intValue(Tag.Rows).orElseThrow();
    int columns = slice.intValue(Tag.Columns).orElseThrow();
    double slope = slice.doubleValue(Tag.RescaleSlope).orElse(1);
    double intercept = slice.doubleValue(Tag.RescaleIntercept).orElse(0);
    double center = slice.doubleValue(Tag.WindowCenter).orElseThrow();
    double width = slice.doubleValue(Tag.WindowWidth).orElseThrow();
    ByteBuffer pixels =
        ByteBuffer.wrap(slice.inlineBinary(Tag.PixelData).orElseThrow())
            .order(ByteOrder.LITTLE_ENDIAN);
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        double value = slope * pixels.getShort(2 * (y * columns + x)) + intercept;
        double gray = ((value - (center - 0.5)) / (width - 1) + 0.5) * 255;
        image.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, gray)));
      }
    }
    if (!ImageIO.write(image, "png", png.toFile())) {
      throw new IOException("this Java platform cannot write PNG");
    }
  }
}
