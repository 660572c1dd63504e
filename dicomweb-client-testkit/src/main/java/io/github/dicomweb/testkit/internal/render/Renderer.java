// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Renders frames with the parameters of a request. */
public final class Renderer {
  private static final double DEFAULT_FRAME_TIME = 100;

  private Renderer() {}

  /** One frame. */
  public static byte[] image(
      ImageSource source, int frame, String type, RenderParameters parameters) throws IOException {
    requireProfileFor(type, parameters);
    return ImageEncoder.encode(render(source, frame, parameters), type, parameters.quality());
  }

  /** All frames as a GIF. */
  public static byte[] animation(
      StoredInstance instance, ImageSource source, RenderParameters parameters) throws IOException {
    requireProfileFor(ImageEncoder.GIF, parameters);
    List<BufferedImage> images = new ArrayList<>();
    for (int frame = 1; frame <= source.count(); frame++) {
      images.add(render(source, frame, parameters));
    }
    return ImageEncoder.animate(
        images, instance.attributes().doubleValue(Tag.FrameTime).orElse(DEFAULT_FRAME_TIME));
  }

  private static BufferedImage render(ImageSource source, int frame, RenderParameters parameters) {
    BufferedImage image = source.image(frame, parameters.window());
    return parameters.viewport().isPresent() ? parameters.viewport().get().apply(image) : image;
  }

  private static void requireProfileFor(String type, RenderParameters parameters) {
    if (type.equals(ImageEncoder.GIF) && parameters.profiled() == RenderParameters.Profile.WANTED) {
      throw HttpProblem.badRequest("A GIF holds no colour profile.");
    }
  }
}
