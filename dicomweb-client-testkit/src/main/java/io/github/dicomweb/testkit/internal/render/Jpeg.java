// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads JPEG Baseline. */
final class Jpeg {
  private Jpeg() {}

  static Raster grey(ByteBuffer codestream) {
    return read(bytes(codestream));
  }

  /**
   * An image in colour. Whether its components are RGB or YBR is said by an Adobe marker, or else
   * by the Photometric Interpretation, since DICOM needs no marker.
   */
  static BufferedImage rgb(ByteBuffer codestream, String photometricInterpretation) {
    byte[] bytes = bytes(codestream);
    Raster raster = read(bytes);
    if (raster.getNumBands() != 3) {
      throw undecodable();
    }
    boolean isRgb =
        adobeTransform(bytes).isPresent()
            ? adobeTransform(bytes).getAsInt() == 0
            : photometricInterpretation.equals("RGB");
    BufferedImage image =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] pixel = new int[3];
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        raster.getPixel(x, y, pixel);
        image.setRGB(
            x,
            y,
            isRgb
                ? ColorPixels.rgb(pixel[0], pixel[1], pixel[2])
                : ColorPixels.ybr(pixel[0], pixel[1] - 128, pixel[2] - 128));
      }
    }
    return image;
  }

  /** The transform of an APP14 segment, which stands before the first scan. */
  private static OptionalInt adobeTransform(byte[] jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) != 0xDA) {
      int length = (jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF);
      if ((jpeg[at + 1] & 0xFF) == 0xEE && length >= 14 && at + 15 < jpeg.length) {
        return OptionalInt.of(jpeg[at + 15]);
      }
      at += 2 + length;
    }
    return OptionalInt.empty();
  }

  private static byte[] bytes(ByteBuffer codestream) {
    byte[] bytes = new byte[codestream.remaining()];
    codestream.duplicate().get(bytes);
    return bytes;
  }

  /** The components as they are, without a guess at their colour. */
  private static Raster read(byte[] jpeg) {
    ImageReader reader = ImageIO.getImageReadersByMIMEType("image/jpeg").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in);
      return reader.readRaster(0, null);
    } catch (IOException e) {
      throw undecodable();
    } finally {
      reader.dispose();
    }
  }

  private static HttpProblem undecodable() {
    return HttpProblem.notAcceptable("The JPEG codestream cannot be decoded here.");
  }
}
