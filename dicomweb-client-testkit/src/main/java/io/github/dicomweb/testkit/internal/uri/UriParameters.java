// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.uri;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.http.Accept;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Query;
import io.github.dicomweb.testkit.internal.render.Decimals;
import io.github.dicomweb.testkit.internal.render.RenderParameters;
import io.github.dicomweb.testkit.internal.render.Viewport;
import io.github.dicomweb.testkit.internal.render.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The parameters of WADO-URI and which of them exclude each other (PS3.18 §9.4, §8.3.5). */
final class UriParameters {
  private static final String DICOM = "application/dicom";
  private static final int LARGEST = 8192;

  private static final List<String> OF_DICOM = List.of("anonymize", "transferSyntax");
  private static final List<String> WINDOW = List.of("windowCenter", "windowWidth");
  private static final List<String> PRESENTATION =
      List.of("presentationSeriesUID", "presentationUID");
  private static final List<String> OF_RENDERED =
      List.of(
          "annotation",
          "imageAnnotation",
          "imageQuality",
          "frameNumber",
          "rows",
          "columns",
          "region",
          WINDOW.get(0),
          WINDOW.get(1),
          PRESENTATION.get(0),
          PRESENTATION.get(1));

  /** The UIDs of a presentation state. */
  record Presentation(String seriesUid, String instanceUid) {
    @Override
    public String toString() {
      return "Presentation";
    }
  }

  private final Query query;

  UriParameters(Query query) {
    this.query = query;
  }

  private Optional<String> value(String name) {
    return query.single(name).filter(value -> !value.isEmpty());
  }

  private boolean has(String name) {
    return !query.all(name).isEmpty();
  }

  String required(String name) {
    return value(name)
        .orElseThrow(() -> HttpProblem.badRequest("The parameter " + name + " is missing."));
  }

  void requireType() {
    if (!required("requestType").equals("WADO")) {
      throw HttpProblem.badRequest("The request is of no type that is known.");
    }
  }

  /** The types that are accepted: of DICOM or rendered, not both, and without parameters. */
  Optional<Accept> contentType() {
    Optional<Accept> accept = value("contentType").map(text -> Accept.parse(List.of(text)));
    if (accept.isPresent()
        && (accept.get().hasParameters()
            || (accept.get().names(DICOM) && !accept.get().namesOnly(DICOM)))) {
      throw HttpProblem.badRequest(
          "The content types have parameters, or are both of DICOM and rendered.");
    }
    return accept;
  }

  /**
   * Refuses parameters that do not go together.
   *
   * @param dicom whether a DICOM file is asked for
   */
  void requireConsistent(boolean dicom) {
    for (String name : dicom ? OF_RENDERED : OF_DICOM) {
      if (has(name)) {
        throw HttpProblem.badRequest(
            "The parameter " + name + " does not go with the content type.");
      }
    }
    for (List<String> pair : List.of(WINDOW, PRESENTATION)) {
      if (has(pair.get(0)) != has(pair.get(1))) {
        throw HttpProblem.badRequest(
            "There is only one of " + pair.get(0) + " and " + pair.get(1) + ".");
      }
    }
    if (has(WINDOW.get(0)) && has(PRESENTATION.get(0))) {
      throw HttpProblem.badRequest("There is a window beside a presentation state.");
    }
  }

  Optional<String> transferSyntax() {
    return value("transferSyntax");
  }

  boolean anonymize() {
    Optional<String> anonymize = query.single("anonymize");
    if (anonymize.isPresent() && !anonymize.get().equals("yes")) {
      throw HttpProblem.badRequest("The parameter anonymize can only be yes.");
    }
    return anonymize.isPresent();
  }

  OptionalInt frameNumber() {
    return number("frameNumber", Integer.MAX_VALUE);
  }

  Optional<Presentation> presentation() {
    return has(PRESENTATION.get(0))
        ? Optional.of(
            new Presentation(required(PRESENTATION.get(0)), required(PRESENTATION.get(1))))
        : Optional.empty();
  }

  private OptionalInt number(String name, int most) {
    Optional<String> text = query.single(name);
    return text.isPresent()
        ? OptionalInt.of(Decimals.parseInt(text.get(), name, 1, most))
        : OptionalInt.empty();
  }

  /**
   * How the image is rendered.
   *
   * @param image its attributes
   * @param presented the window of the presentation state
   */
  RenderParameters rendering(Dataset image, Optional<Window> presented) {
    List<String> warnings = new ArrayList<>();
    warnings.addAll(RenderParameters.annotationWarnings(query, "annotation"));
    warnings.addAll(RenderParameters.annotationWarnings(query, "imageAnnotation"));
    return new RenderParameters(
        viewport(image.intValue(Tag.Columns).orElse(1), image.intValue(Tag.Rows).orElse(1)),
        window().or(() -> presented),
        RenderParameters.quality(query.single("imageQuality"), "imageQuality"),
        RenderParameters.Profile.NONE,
        List.copyOf(warnings));
  }

  private Optional<Window> window() {
    return has(WINDOW.get(0))
        ? Optional.of(
            new Window(
                Decimals.parse(required(WINDOW.get(0)), WINDOW.get(0)),
                Decimals.parse(required(WINDOW.get(1)), WINDOW.get(1)),
                Window.Function.LINEAR))
        : Optional.empty();
  }

  private Optional<Viewport> viewport(int imageColumns, int imageRows) {
    OptionalInt columns = number("columns", LARGEST);
    OptionalInt rows = number("rows", LARGEST);
    Optional<String> region = query.single("region");
    if (columns.isEmpty() && rows.isEmpty() && region.isEmpty()) {
      return Optional.empty();
    }
    double[] edges = region.map(UriParameters::edges).orElse(new double[] {0, 0, 1, 1});
    double width = (edges[2] - edges[0]) * imageColumns;
    double height = (edges[3] - edges[1]) * imageRows;
    boolean sized = columns.isPresent() || rows.isPresent();
    return Optional.of(
        new Viewport(
            columns.orElse(sized ? LARGEST : (int) Math.max(1, Math.round(width))),
            rows.orElse(sized ? LARGEST : (int) Math.max(1, Math.round(height))),
            edges[0] * imageColumns,
            edges[1] * imageRows,
            OptionalDouble.of(width),
            OptionalDouble.of(height)));
  }

  private static double[] edges(String text) {
    double[] edges =
        Stream.of(text.split(",", -1)).mapToDouble(e -> Decimals.parse(e, "region")).toArray();
    if (edges.length != 4
        || edges[0] < 0
        || edges[1] < 0
        || edges[2] > 1
        || edges[3] > 1
        || edges[0] >= edges[2]
        || edges[1] >= edges[3]) {
      throw HttpProblem.badRequest("The region is no part of the image.");
    }
    return edges;
  }
}
