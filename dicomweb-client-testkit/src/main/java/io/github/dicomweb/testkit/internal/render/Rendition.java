// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What an instance or a frame can be rendered as (PS3.18 §8.7.4).
 *
 * @param types the media types, the default first
 */
record Rendition(List<String> types, Content content) {
  /** Renders when the type has been chosen. */
  interface Content {
    Part of(String type) throws IOException;
  }

  static Rendition of(StoredInstance instance, Links links, RenderParameters parameters) {
    String location = links.instance(instance.identity()) + "/rendered";
    if (ImageSource.isImage(instance) && !ImageSource.isReadable(instance)) {
      return none();
    }
    if (ImageSource.isImage(instance)) {
      ImageSource source = ImageSource.of(instance);
      if (source.count() == 1) {
        return image(source, 1, location, parameters);
      }
      return new Rendition(
          List.of(ImageEncoder.GIF),
          type -> part(type, location, Renderer.animation(instance, source, parameters)));
    }
    if (instance.attributes().contains(Tag.EncapsulatedDocument)) {
      String own =
          instance
              .attributes()
              .string(Tag.MIMETypeOfEncapsulatedDocument)
              .orElse("application/octet-stream");
      return new Rendition(
          List.of(own),
          type -> new Part(type, location, instance.document().orElseThrow(HttpProblem::notFound)));
    }
    return new Rendition(
        RenderedText.TYPES,
        type -> part(RenderedText.contentType(type), location, RenderedText.of(instance, type)));
  }

  static Rendition ofFrame(
      StoredInstance instance,
      ImageSource source,
      int frame,
      Links links,
      RenderParameters parameters) {
    return image(source, frame, links.frame(instance.identity(), frame) + "/rendered", parameters);
  }

  private static Rendition image(
      ImageSource source, int frame, String location, RenderParameters parameters) {
    return new Rendition(
        ImageEncoder.TYPES,
        type -> part(type, location, Renderer.image(source, frame, type, parameters)));
  }

  /** Of what cannot be rendered. */
  static Rendition none() {
    return new Rendition(
        List.of(),
        type -> {
          throw HttpProblem.notAcceptable("The pixels cannot be decoded here.");
        });
  }

  private static Part part(String type, String location, byte[] bytes) {
    return new Part(type, location, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
  }

  @Override
  public String toString() {
    return "Rendition" + types;
  }
}
