// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.FrameList;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Accept;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rendered resources (PS3.18 §10.4.1.1.3): an image or frame as a picture, several frames of an
 * instance as an animated GIF, encapsulated documents as they are, anything else as text. A single
 * one is sent alone or as multipart, several as multipart only, those not accepted left out.
 */
public final class RenderedService {
  private final Archive archive;
  private final Links links;

  public RenderedService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    Resources.LEVELS.forEach(
        resource -> router.add("GET", resource + "/rendered", this::instances));
    router.add("GET", Resources.INSTANCE + "/frames/{frames}/rendered", this::frames);
  }

  private Answer instances(Request request, PathVariables path) throws IOException {
    RenderParameters parameters = RenderParameters.of(request.query());
    List<Rendition> renditions =
        Resources.require(archive, path).stream()
            .map(instance -> Rendition.of(instance, links, parameters))
            .toList();
    return parameters.addTo(answer(request, renditions), links.base());
  }

  private Answer frames(Request request, PathVariables path) throws IOException {
    RenderParameters parameters = RenderParameters.of(request.query());
    List<Integer> numbers = FrameList.parse(path.required("frames"));
    StoredInstance instance = Resources.require(archive, path).get(0);
    ImageSource source = ImageSource.of(instance);
    if (numbers.get(numbers.size() - 1) > source.count()) {
      throw HttpProblem.notFound();
    }
    List<Rendition> renditions =
        numbers.stream()
            .map(
                number ->
                    ImageSource.isReadable(instance)
                        ? Rendition.ofFrame(instance, source, number, links, parameters)
                        : Rendition.none())
            .toList();
    return parameters.addTo(answer(request, renditions), links.base());
  }

  private static Answer answer(Request request, List<Rendition> renditions) throws IOException {
    Accept accept = request.accept();
    if (renditions.size() == 1) {
      Rendition only = renditions.get(0);
      Offer offer = accept.require(Stream.concat(singles(only), multiparts(only)).toList());
      Part part = only.content().of(offer.type());
      return offer.multipart()
          ? Parts.multipart(Answer.of(200), offer.type(), List.of(part))
          : Parts.single(Answer.of(200), part);
    }
    List<Part> parts = new ArrayList<>();
    String firstType = "";
    for (Rendition rendition : renditions) {
      Optional<Offer> best = accept.best(multiparts(rendition).toList());
      if (best.isPresent()) {
        firstType = firstType.isEmpty() ? best.get().type() : firstType;
        parts.add(rendition.content().of(best.get().type()));
      }
    }
    if (parts.isEmpty()) {
      throw HttpProblem.notAcceptable("Nothing can be rendered in an accepted media type.");
    }
    return Parts.multipart(
        Answer.of(parts.size() == renditions.size() ? 200 : 206), firstType, parts);
  }

  private static Stream<Offer> singles(Rendition rendition) {
    return rendition.types().stream().map(type -> Offer.single(type, ""));
  }

  private static Stream<Offer> multiparts(Rendition rendition) {
    return rendition.types().stream().map(type -> Offer.multipart(type, ""));
  }
}
