// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.uri;

import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.retrieve.OnePart;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.uri.RenderedUriRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A retrieval of something rendered. */
final class RealRenderedUri extends RealUriRetrieval<Part> implements RenderedUriRequest {
  private static final String WINDOW_CENTER = "windowCenter";
  private static final String PRESENTATION = "presentationUID";
  // Names of IANA, and DICOM's defined terms, which hold blanks.
  private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:-]*");

  private final List<MediaRange> ranges;

  RealRenderedUri(
      Transport transport, Target target, UriParameters parameters, List<MediaRange> ranges) {
    super(transport, target, parameters);
    this.ranges = ranges;
  }

  private RenderedUriRequest with(UriParameters changed) {
    return new RealRenderedUri(transport, target, changed, ranges);
  }

  @Override
  public RenderedUriRequest contentType(MediaType... preferred) {
    return contentType(Arrays.stream(preferred).map(MediaRange::of).toArray(MediaRange[]::new));
  }

  @Override
  public RenderedUriRequest contentType(MediaRange... preferred) {
    if (preferred.length == 0) {
      throw new IllegalArgumentException("contentType needs a media type");
    }
    for (MediaRange range : preferred) {
      if (range.mediaType().isEmpty()) {
        throw new IllegalArgumentException("contentType takes no wildcards");
      }
      ResourceCategory.RENDERED.require(range);
    }
    return new RealRenderedUri(transport, target, parameters, List.of(preferred));
  }

  @Override
  public RenderedUriRequest charset(String... preferred) {
    for (String name : preferred) {
      if (!CHARSET.matcher(name).matches()) {
        throw new IllegalArgumentException("this is not the name of a character set");
      }
    }
    return with(parameters.with("charset", preferred));
  }

  @Override
  public RenderedUriRequest frameNumber(int number) {
    return with(parameters.with("frameNumber", positive("a frame number", number)));
  }

  @Override
  public RenderedUriRequest rows(int count) {
    return with(parameters.with("rows", positive("a number of rows", count)));
  }

  @Override
  public RenderedUriRequest columns(int count) {
    return with(parameters.with("columns", positive("a number of columns", count)));
  }

  private static String positive(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " is at least 1");
    }
    return Integer.toString(value);
  }

  @Override
  public RenderedUriRequest region(double xmin, double ymin, double xmax, double ymax) {
    boolean rectangle =
        0 <= xmin && xmin < xmax && xmax <= 1 && 0 <= ymin && ymin < ymax && ymax <= 1;
    if (!rectangle) {
      throw new IllegalArgumentException(
          "a region is a rectangle in fractions from 0 to 1: left, upper, right, lower edge");
    }
    return with(
        parameters.with("region", decimal(xmin), decimal(ymin), decimal(xmax), decimal(ymax)));
  }

  @Override
  public RenderedUriRequest window(double center, double width) {
    if (!Double.isFinite(center) || !Double.isFinite(width) || width <= 0) {
      throw new IllegalArgumentException("a window has a centre, and a width of more than 0");
    }
    if (parameters.has(PRESENTATION)) {
      throw windowAndState();
    }
    return with(
        parameters.with(WINDOW_CENTER, decimal(center)).with("windowWidth", decimal(width)));
  }

  @Override
  public RenderedUriRequest presentationState(
      String presentationSeriesUid, String presentationUid) {
    Identifiers.check("series of the presentation state", presentationSeriesUid);
    Identifiers.check("presentation state", presentationUid);
    if (parameters.has(WINDOW_CENTER)) {
      throw windowAndState();
    }
    return with(
        parameters
            .with("presentationSeriesUID", presentationSeriesUid)
            .with(PRESENTATION, presentationUid));
  }

  private static IllegalArgumentException windowAndState() {
    return new IllegalArgumentException(
        "a window and a presentation state exclude each other (PS3.18 §9.4)");
  }

  /** Without an exponent, which no server expects. */
  private static String decimal(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  @Override
  public RenderedUriRequest imageQuality(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("an image quality is 1 to 100");
    }
    return with(parameters.with("imageQuality", Integer.toString(percent)));
  }

  @Override
  public RenderedUriRequest annotatePatient() {
    return with(parameters.and(transport.profile().uriAnnotationName(), "patient"));
  }

  @Override
  public RenderedUriRequest annotateTechnique() {
    return with(parameters.and(transport.profile().uriAnnotationName(), "technique"));
  }

  @Override
  List<String> contentTypes() {
    return ranges.stream().map(r -> r.toString().replace(" ", "")).toList();
  }

  @Override
  MediaType mediaType(Part part) {
    return part.mediaType().orElseThrow();
  }

  @Override
  OnePart<Part> accept(Answer answer) {
    OnePart<Part> one = OnePart.rendered(answer, transport.limits());
    Optional<MediaType> type = one.part().mediaType();
    if (type.filter(this::wanted).isEmpty()) {
      one.close();
      throw answer.malformed("the answer is of a media type that was not asked for").build();
    }
    return one;
  }

  private boolean wanted(MediaType type) {
    if (ranges.isEmpty()) {
      return type.type().equals("image")
          || type.type().equals("video")
          || type.equals(MediaType.PDF);
    }
    return ranges.stream().anyMatch(range -> range.includes(type));
  }

  /** The parameters, not their values. */
  @Override
  public String toString() {
    return "RenderedUriRequest" + parameters;
  }
}
