// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.Annotation;
import io.github.dicomweb.retrieve.IccProfile;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.retrieve.RenderedFile;
import io.github.dicomweb.retrieve.RenderedRequest;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.WindowFunction;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A retrieval of something rendered. */
public final class RealRendered implements RenderedRequest {
  private final Transport transport;
  private final RenderTarget target;
  private final Rendering rendering;

  /** Creates it for a server. */
  public RealRendered(Transport transport, RenderTarget target) {
    this(transport, target, Rendering.DEFAULT);
  }

  private RealRendered(Transport transport, RenderTarget target, Rendering rendering) {
    this.transport = transport;
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

  private Renderer renderer() {
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

  @Override
  public Rendered execute() {
    return renderer().execute(new Operation());
  }

  @Override
  public CompletableFuture<Rendered> executeAsync() {
    return Operation.async(transport.executor(), operation -> renderer().execute(operation));
  }

  @Override
  public RenderedFile saveTo(Path file) {
    return renderer().saveTo(file, new Operation());
  }

  @Override
  public CompletableFuture<RenderedFile> saveToAsync(Path file) {
    return Operation.async(transport.executor(), operation -> renderer().saveTo(file, operation));
  }

  @Override
  public Parts<Part> open() {
    return renderer().open(new Operation());
  }

  @Override
  public CompletableFuture<Parts<Part>> openAsync() {
    return Operation.async(transport.executor(), operation -> renderer().open(operation));
  }

  /** The level, not the identifiers. */
  @Override
  public String toString() {
    return "Rendered " + target;
  }
}
