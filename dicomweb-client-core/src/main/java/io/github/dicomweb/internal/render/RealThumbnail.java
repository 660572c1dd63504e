// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.ThumbnailRequest;
import io.github.dicomweb.retrieve.Viewport;

/** A retrieval of a thumbnail. */
public final class RealThumbnail extends RenderedTerminal implements ThumbnailRequest {
  private final RenderTarget target;
  private final Rendering rendering;

  /** Creates it for a server. */
  public RealThumbnail(Transport transport, RenderTarget target) {
    this(transport, target, Rendering.DEFAULT);
  }

  private RealThumbnail(Transport transport, RenderTarget target, Rendering rendering) {
    super(transport);
    this.target = target;
    this.rendering = rendering;
  }

  @Override
  public ThumbnailRequest as(MediaType... types) {
    return new RealThumbnail(
        transport, target, rendering.withTypes(ResourceCategory.THUMBNAIL, types));
  }

  @Override
  public ThumbnailRequest viewport(int width, int height) {
    return new RealThumbnail(transport, target, rendering.withViewport(Viewport.of(width, height)));
  }

  @Override
  Renderer renderer() {
    Query query = new Query();
    rendering.writeTo(query, transport.profile());
    return new Renderer(
        transport,
        Feature.THUMBNAIL,
        ResourceCategory.THUMBNAIL,
        Parting.SINGLE_ONLY,
        rendering.types(),
        target.get("thumbnail").query(query.encoded()));
  }

  /** The level, not the identifiers. */
  @Override
  public String toString() {
    return "Thumbnail of a " + target;
  }
}
