// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.Annotation;
import io.github.dicomweb.retrieve.IccProfile;
import io.github.dicomweb.retrieve.RenderedRequest;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.WindowFunction;
import java.nio.charset.Charset;

/** A retrieval of something rendered. */
public final class RealRendered extends RenderedTerminal implements RenderedRequest {
  private final RenderTarget target;
  private final Rendering rendering;

  /** Creates it for a server. */
  public RealRendered(Transport transport, RenderTarget target) {
    this(transport, target, Rendering.DEFAULT);
  }

  private RealRendered(Transport transport, RenderTarget target, Rendering rendering) {
    super(transport);
    this.target = target;
    this.rendering = rendering;
  }

  private RealRendered with(Rendering changed) {
    return new RealRendered(transport, target, changed);
  }

  @Override
  public RenderedRequest as(MediaType... types) {
    return with(rendering.withTypes(ResourceCategory.RENDERED, types));
  }

  @Override
  public RenderedRequest viewport(int width, int height) {
    return viewport(Viewport.of(width, height));
  }

  @Override
  public RenderedRequest viewport(Viewport viewport) {
    return with(rendering.withViewport(viewport));
  }

  @Override
  public RenderedRequest window(double center, double width, WindowFunction function) {
    return with(rendering.withWindow(new Window(center, width, function)));
  }

  @Override
  public RenderedRequest quality(int value) {
    return with(rendering.withQuality(value));
  }

  @Override
  public RenderedRequest annotation(Annotation... annotations) {
    return with(rendering.withAnnotations(annotations));
  }

  @Override
  public RenderedRequest iccProfile(IccProfile profile) {
    return with(rendering.withIccProfile(profile));
  }

  @Override
  public RenderedRequest charset(Charset charset) {
    return with(rendering.withCharset(charset));
  }

  @Override
  Renderer renderer() {
    Query query = new Query();
    rendering.writeTo(query, transport.profile());
    return new Renderer(
        transport,
        target.isCollection() ? Feature.RENDERED_COLLECTIONS : Feature.RENDERED,
        ResourceCategory.RENDERED,
        target.parting(),
        rendering.types(),
        target.get("rendered").query(query.encoded()));
  }

  /** The level, not the identifiers. */
  @Override
  public String toString() {
    return "Rendered " + target;
  }
}
