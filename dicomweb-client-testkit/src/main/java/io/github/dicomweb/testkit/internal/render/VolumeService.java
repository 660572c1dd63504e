// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Query;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.Buffer;

/**
 * Rendered multi-planar reconstructions and volumes (PS3.18 §10.4.1.7, §10.4.1.8), of the series
 * with the most images: intensity projections of its grey frames along one of their axes, as if the
 * slices were axial. A free viewpoint is moved to the nearest axis; nothing swivels or moves.
 */
public final class VolumeService {
  private static final List<Offer> OFFERS =
      List.of(Offer.single(ImageEncoder.JPEG, ""), Offer.single(ImageEncoder.PNG, ""));
  private static final List<String> VIEWPOINT =
      List.of("viewpointposition", "viewpointlookat", "viewpointup");

  private final Archive archive;
  private final Links links;

  public VolumeService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    for (String resource : Resources.LEVELS) {
      router.add("GET", resource + "/renderedmpr", (request, path) -> render(request, path, "mpr"));
      router.add("GET", resource + "/rendered3d", (request, path) -> render(request, path, "3d"));
    }
  }

  private Answer render(Request request, PathVariables path, String kind) throws IOException {
    Query query = request.query();
    RenderParameters parameters = RenderParameters.of(query);
    Orientation orientation = orientation(query);
    RenderingMethod method =
        query
            .single("renderingmethod")
            .map(RenderingMethod::parse)
            .orElse(kind.equals("3d") ? RenderingMethod.MAXIMUM_IP : RenderingMethod.AVERAGE_IP);
    double slab = slab(query, kind);
    Collection<List<StoredInstance>> series =
        Resources.require(archive, path).stream()
            .filter(ImageSource::isImage)
            .collect(Collectors.groupingBy(i -> i.identity().seriesInstanceUid()))
            .values();
    List<StoredInstance> largest =
        series.stream().max(Comparator.comparingInt(List::size)).orElseThrow(HttpProblem::notFound);
    Offer offer = request.accept().require(OFFERS);
    Volume volume = Volume.of(largest);
    GreyFrame projection = volume.project(orientation, method, slab);
    Window window =
        parameters
            .window()
            .or(() -> ImageSource.window(largest.get(0).attributes()))
            .orElseGet(projection::fullWindow);
    BufferedImage image =
        Viewport.square(
            projection.toImage(window, GreyFrame.Polarity.NORMAL),
            volume.spacing(orientation.horizontal()),
            volume.spacing(orientation.vertical()));
    Optional<Viewport> viewport = parameters.viewport();
    byte[] bytes =
        ImageEncoder.encode(
            viewport.isPresent() ? viewport.get().apply(image) : image,
            offer.type(),
            parameters.quality());
    return parameters.addTo(
        Answer.of(200).body(offer.type(), new Buffer().write(bytes)), links.base());
  }

  /** An orientation or a viewpoint, and of a viewpoint all that belongs to it. */
  private static Orientation orientation(Query query) {
    Optional<String> named = query.single("orientation");
    List<String> given = VIEWPOINT.stream().filter(name -> !query.all(name).isEmpty()).toList();
    if (named.isPresent() && !given.isEmpty()) {
      throw HttpProblem.badRequest("There is an orientation and a viewpoint.");
    }
    if (given.isEmpty()) {
      return named.map(Orientation::parse).orElse(Orientation.A);
    }
    if (given.size() != VIEWPOINT.size()) {
      throw HttpProblem.badRequest("A viewpoint is a position, what is looked at and what is up.");
    }
    double[] position = point(query, VIEWPOINT.get(0));
    double[] lookAt = point(query, VIEWPOINT.get(1));
    point(query, VIEWPOINT.get(2));
    return Orientation.nearest(
        position[0] - lookAt[0], position[1] - lookAt[1], position[2] - lookAt[2]);
  }

  private static double[] point(Query query, String name) {
    String[] pieces = query.single(name).orElse("").split(",", -1);
    if (pieces.length != 3) {
      throw HttpProblem.badRequest("The parameter " + name + " is no point.");
    }
    return Stream.of(pieces).mapToDouble(piece -> Decimals.parse(piece, name)).toArray();
  }

  private static double slab(Query query, String kind) {
    Optional<String> slab = query.single("mprslab");
    if (slab.isEmpty()) {
      return kind.equals("3d") ? Double.MAX_VALUE : 0;
    }
    double thickness = Decimals.parse(slab.get(), "mprslab");
    if (kind.equals("3d") || thickness <= 0) {
      throw HttpProblem.badRequest("There is no such slab.");
    }
    return thickness;
  }
}
