// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Reads JPEG Baseline. */
final class Jpeg {
  private Jpeg() {}

  static Raster grey(ByteBuffer codestream) {
    return read(codestream).getRaster();
  }

  static BufferedImage rgb(ByteBuffer codestream) {
    BufferedImage image = read(codestream);
    BufferedImage rgb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = rgb.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return rgb;
  }

  private static BufferedImage read(ByteBuffer codestream) {
    byte[] bytes = new byte[codestream.remaining()];
    codestream.duplicate().get(bytes);
    try {
      @Nullable BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
      if (image != null) {
        return image;
      }
    } catch (IOException e) {
      throw undecodable();
    }
    throw undecodable();
  }

  private static HttpProblem undecodable() {
    return HttpProblem.notAcceptable("The JPEG codestream cannot be decoded here.");
  }
}
