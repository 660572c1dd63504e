// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.uri;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.Accept;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import io.github.dicomweb.testkit.internal.render.ImageEncoder;
import io.github.dicomweb.testkit.internal.render.ImageSource;
import io.github.dicomweb.testkit.internal.render.RenderParameters;
import io.github.dicomweb.testkit.internal.render.RenderedText;
import io.github.dicomweb.testkit.internal.render.Renderer;
import io.github.dicomweb.testkit.internal.render.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Retrieve of one instance by the parameters of a URI (PS3.18 §9.4), as a DICOM file or rendered;
 * always alone.
 */
public final class UriService {
  /** Where the service is, from the root of the server. */
  public static final String PATH = "/wado";

  private static final String DICOM = "application/dicom";

  private final Archive archive;
  private final Links links;

  public UriService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    router.add("GET", PATH, this::retrieve);
  }

  private Answer retrieve(Request request, PathVariables path) throws IOException {
    UriParameters parameters = new UriParameters(request.query());
    parameters.requireType();
    StoredInstance instance =
        find(
            parameters.required("studyUID"),
            parameters.required("seriesUID"),
            parameters.required("objectUID"));
    Accept asked = parameters.contentType().orElseGet(request::accept);
    parameters.requireConsistent(asked.names(DICOM));
    List<Offer> offers = new ArrayList<>();
    types(instance).forEach(type -> offers.add(Offer.single(type, "")));
    // last: it is the default of nothing
    offers.add(Offer.single(DICOM, ""));
    String type = asked.require(offers).type();
    return type.equals(DICOM)
        ? Parts.single(Answer.of(200), new Part(DICOM, "", file(instance, parameters)))
        : rendered(instance, type, parameters);
  }

  private StoredInstance find(String study, String series, String instance) {
    return archive.find(Optional.of(study), Optional.of(series), Optional.of(instance)).stream()
        .findFirst()
        .orElseThrow(HttpProblem::notFound);
  }

  private static List<String> types(StoredInstance instance) {
    if (ImageSource.isImage(instance)) {
      return ImageSource.isReadable(instance) ? ImageEncoder.TYPES : List.of();
    }
    return instance.attributes().contains(Tag.EncapsulatedDocument)
        ? instance.attributes().strings(Tag.MIMETypeOfEncapsulatedDocument)
        : RenderedText.TYPES;
  }

  private static ByteBuffer file(StoredInstance instance, UriParameters parameters) {
    return UriFile.of(instance, parameters.transferSyntax(), parameters.anonymize());
  }

  private Answer rendered(StoredInstance instance, String type, UriParameters parameters)
      throws IOException {
    Optional<Window> presented = presented(parameters);
    RenderParameters rendering = parameters.rendering(instance.attributes(), presented);
    Part part;
    if (ImageSource.isImage(instance)) {
      ImageSource source = ImageSource.of(instance);
      int frame = parameters.frameNumber().orElse(1);
      if (frame > source.count()) {
        throw HttpProblem.notFound();
      }
      boolean animated =
          type.equals(ImageEncoder.GIF) && source.count() > 1 && parameters.frameNumber().isEmpty();
      part =
          part(
              type,
              animated
                  ? Renderer.animation(instance, source, rendering)
                  : Renderer.image(source, frame, type, rendering));
    } else if (instance.attributes().contains(Tag.EncapsulatedDocument)) {
      part = new Part(type, "", instance.document().orElseThrow(HttpProblem::notFound));
    } else {
      part = part(RenderedText.contentType(type), RenderedText.of(instance, type));
    }
    return rendering.addTo(Parts.single(Answer.of(200), part), links.base());
  }

  private static Part part(String type, byte[] bytes) {
    return new Part(type, "", ByteBuffer.wrap(bytes));
  }

  /** The window of a presentation state; nothing else of it is shown. */
  private Optional<Window> presented(UriParameters parameters) {
    return parameters
        .presentation()
        .map(names -> find(parameters.required("studyUID"), names.seriesUid(), names.instanceUid()))
        .flatMap(state -> state.attributes().item(Tag.SoftcopyVOILUTSequence))
        .flatMap((Dataset item) -> ImageSource.window(item));
  }
}
