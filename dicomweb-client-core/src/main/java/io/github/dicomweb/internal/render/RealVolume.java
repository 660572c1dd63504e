// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.SingleDataset;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.AttributeNames;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.negotiate.Ladder;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.Orientation;
import io.github.dicomweb.retrieve.RenderingMethod;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.VolumeMetadata;
import io.github.dicomweb.retrieve.VolumePoint;
import io.github.dicomweb.retrieve.VolumeRequest;
import io.github.dicomweb.retrieve.WindowFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A retrieval of images made of a volume. */
final class RealVolume extends RenderedTerminal implements VolumeRequest {
  /** What is made of a volume. */
  enum Kind {
    MPR,
    VOLUME;

    String segment(ServerProfile profile) {
      return this == MPR ? profile.mprSegment() : profile.volumeSegment();
    }
  }

  /** All that can be set but {@link Rendering}; a slab of 0 is none. */
  private record Parameters(
      VolumeInput input,
      @Nullable RenderingMethod method,
      VolumeView view,
      double slab,
      VolumeAnimation animation) {
    static final Parameters DEFAULT =
        new Parameters(VolumeInput.ALL, null, VolumeView.DEFAULT, 0, VolumeAnimation.NONE);

    Parameters with(VolumeInput value) {
      return new Parameters(value, method, view, slab, animation);
    }

    Parameters with(VolumeView value) {
      return new Parameters(input, method, value, slab, animation);
    }

    Parameters with(VolumeAnimation value) {
      return new Parameters(input, method, view, slab, value);
    }

    void writeTo(Query query) {
      input.writeTo(query);
      if (method != null) {
        query.add("renderingmethod", method.name().toLowerCase(Locale.ROOT));
      }
      view.writeTo(query);
      if (slab > 0) {
        query.add("mprslab", Decimals.write(slab));
      }
      animation.writeTo(query);
    }
  }

  private final Target target;
  private final Kind kind;
  private final Rendering rendering;
  private final Parameters parameters;

  RealVolume(Transport transport, Target target, Kind kind) {
    this(transport, target, kind, Rendering.DEFAULT, Parameters.DEFAULT);
  }

  private RealVolume(
      Transport transport, Target target, Kind kind, Rendering rendering, Parameters parameters) {
    super(transport);
    this.target = target;
    this.kind = kind;
    this.rendering = rendering;
    this.parameters = parameters;
  }

  private RealVolume with(Rendering changed) {
    return new RealVolume(transport, target, kind, changed, parameters);
  }

  private RealVolume with(Parameters changed) {
    return new RealVolume(transport, target, kind, rendering, changed);
  }

  @Override
  public VolumeRequest as(MediaType... types) {
    return with(rendering.withTypes(ResourceCategory.RENDERED, types));
  }

  @Override
  public VolumeRequest viewport(int width, int height) {
    return viewport(Viewport.of(width, height));
  }

  @Override
  public VolumeRequest viewport(Viewport viewport) {
    return with(rendering.withViewport(viewport));
  }

  @Override
  public VolumeRequest window(double center, double width, WindowFunction function) {
    return with(rendering.withWindow(new Window(center, width, function)));
  }

  @Override
  public VolumeRequest quality(int value) {
    return with(rendering.withQuality(value));
  }

  @Override
  public VolumeRequest input(String... uids) {
    return with(parameters.with(parameters.input().withUids(uids)));
  }

  @Override
  public VolumeRequest inputFrames(int... frames) {
    if (target.instance() == null) {
      throw new IllegalArgumentException("only an instance has frames");
    }
    return with(parameters.with(parameters.input().withFrames(RenderTarget.frames(frames))));
  }

  @Override
  public VolumeRequest match(int tag, String value) {
    return with(parameters.with(parameters.input().withMatch(AttributeNames.of(tag), value)));
  }

  @Override
  public VolumeRequest match(String attribute, String value) {
    return with(parameters.with(parameters.input().withMatch(AttributeNames.of(attribute), value)));
  }

  @Override
  public VolumeRequest renderingMethod(RenderingMethod method) {
    return with(
        new Parameters(
            parameters.input(),
            method,
            parameters.view(),
            parameters.slab(),
            parameters.animation()));
  }

  @Override
  public VolumeRequest orientation(Orientation orientation) {
    return with(parameters.with(parameters.view().with(orientation)));
  }

  @Override
  public VolumeRequest viewpoint(VolumePoint position, VolumePoint lookAt, VolumePoint up) {
    return with(
        parameters.with(parameters.view().with(new VolumeView.Viewpoint(position, lookAt, up))));
  }

  @Override
  public VolumeRequest mprSlab(double millimetres) {
    if (kind != Kind.MPR) {
      throw new IllegalArgumentException("only a multi-planar reconstruction has a slab");
    }
    return with(
        new Parameters(
            parameters.input(),
            parameters.method(),
            parameters.view(),
            Decimals.positive(millimetres, "the thickness of a slab"),
            parameters.animation()));
  }

  @Override
  public VolumeRequest swivelRange(double degrees) {
    return with(parameters.with(parameters.animation().withSwivel(degrees)));
  }

  @Override
  public VolumeRequest curvePoint(VolumePoint point) {
    return with(parameters.with(parameters.animation().withCurvePoint(point)));
  }

  @Override
  public VolumeRequest animationStepSize(int step) {
    return with(parameters.with(parameters.animation().withStep(step)));
  }

  @Override
  public VolumeRequest animationRate(double stepsPerSecond) {
    return with(parameters.with(parameters.animation().withRate(stepsPerSecond)));
  }

  private Query query() {
    Query query = new Query();
    parameters.writeTo(query);
    rendering.writeTo(query, transport.profile());
    return query;
  }

  @Override
  Renderer renderer() {
    return new Renderer(
        transport,
        Feature.VOLUMES,
        ResourceCategory.RENDERED,
        Parting.ONE_ALONE,
        rendering.types(),
        target.get().path(kind.segment(transport.profile())).query(query().encoded()));
  }

  @Override
  public VolumeMetadata metadata() {
    return metadata(new Operation());
  }

  @Override
  public CompletableFuture<VolumeMetadata> metadataAsync() {
    return Operation.async(transport.executor(), this::metadata);
  }

  private VolumeMetadata metadata(Operation operation) {
    Gate.require(transport.profile(), Feature.VOLUMES);
    List<String> accepts =
        Ladder.of(transport.profile())
            .parts(Parting.SINGLE_ONLY)
            .ask(MediaRange.of(MediaType.DICOM_JSON))
            .build();
    try (Answer answer =
        transport.send(
            target
                .get()
                .path(kind.segment(transport.profile()))
                .query(query().add("renderedvolumetricmetadata", "yes").encoded())
                .accept(accepts)
                .build(),
            operation)) {
      List<Warning> warnings = new ArrayList<>(answer.warnings());
      return new VolumeMetadata(
          SingleDataset.read(answer, transport.limits(), warnings)
              .orElseThrow(() -> answer.malformed("there is no dataset in the answer").build()),
          answer.status() == 206,
          warnings);
    }
  }

  /** The kind and the level, not the identifiers. */
  @Override
  public String toString() {
    return (kind == Kind.MPR ? "Reconstruction of a " : "Rendered volume of a ") + target;
  }
}
