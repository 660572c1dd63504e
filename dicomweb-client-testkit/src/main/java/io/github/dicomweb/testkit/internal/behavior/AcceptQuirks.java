// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.AcceptBehavior;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.AnySyntax;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.PartCount;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Reading;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Syntaxes;
import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.ResourceCategory;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Xml;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import java.util.List;
import java.util.stream.Stream;

/** Turns what a client accepts into what the server takes it for. */
final class AcceptQuirks {
  private static final String JSON = "application/dicom+json";
  private static final String XML = "application/dicom+xml";

  private final ServerBehavior behavior;
  private final AcceptBehavior accept;

  AcceptQuirks(ServerBehavior behavior) {
    this.behavior = behavior;
    this.accept = behavior.accept();
  }

  /** The request as it is understood; a problem when nothing of it is acceptable. */
  Request apply(Request request, Target target) {
    List<String> sent = request.acceptedRanges();
    List<String> read = read(sent, target);
    if (read.equals(sent)) {
      return request;
    }
    if (read.isEmpty()) {
      throw refused();
    }
    return request.withAcceptedRanges(read);
  }

  /** A refusal of the services with the status that this server has for it. */
  HttpProblem refused() {
    return HttpProblem.of(
        accept.refusalStatus(),
        "None of the accepted media types is here, or none was understood.");
  }

  private List<String> read(List<String> sent, Target target) {
    Reading reading = accept.readings().getOrDefault(target.category(), Reading.WHOLE);
    if (target.category() == ResourceCategory.SEARCH && behavior.search().xml() == Xml.BARE) {
      return List.of(sent.equals(List.of(XML)) ? "multipart/related; type=\"" + XML + '"' : JSON);
    }
    if (reading == Reading.IGNORED) {
      return asStored(target);
    }
    List<AcceptedRange> ranges = sent.stream().map(AcceptedRange::parse).toList();
    if (ranges.isEmpty() && changesAnything(target)) {
      ranges = List.of(AcceptedRange.parse("*/*"));
    }
    List<AcceptedRange> understood =
        listed(ranges, reading).stream()
            .filter(range -> isUnderstood(range, target))
            .flatMap(range -> counted(range, target))
            .flatMap(range -> ofStoredTypes(range, target))
            .map(range -> withSyntax(range, target))
            .flatMap(range -> offered(range, target))
            .toList();
    return understood.equals(ranges) ? sent : understood.stream().map(Object::toString).toList();
  }

  private static List<String> asStored(Target target) {
    return switch (target.category()) {
      case INSTANCES, BULK_DATA, FRAMES ->
          List.of(
              "multipart/related; type=\"*/*\"; transfer-syntax=*",
              "*/*; transfer-syntax=*; q=0.5");
      case SEARCH, METADATA, STORE -> List.of(JSON);
      case RENDERED, THUMBNAIL, URI, OTHER -> List.of("*/*");
    };
  }

  private boolean changesAnything(Target target) {
    return accept.offers().containsKey(target.category())
        || (target.isBinary()
            && (accept.parts() != PartCount.BOTH || accept.syntaxes() != Syntaxes.ACCEPTED));
  }

  private List<AcceptedRange> listed(List<AcceptedRange> ranges, Reading reading) {
    return switch (reading) {
      case LAST_RANGE ->
          ranges.isEmpty() ? ranges : List.of(ranges.get(ranges.size() - 1).without("q"));
      case ONE_RANGE -> {
        if (ranges.size() > 1 || ranges.stream().anyMatch(range -> range.has("q"))) {
          throw refused();
        }
        yield ranges;
      }
      case NO_QUALITY -> ranges.stream().map(range -> range.without("q")).toList();
      case WHOLE, IGNORED -> ranges;
    };
  }

  private boolean isUnderstood(AcceptedRange range, Target target) {
    boolean quotes =
        !range.isMultipart()
            || !range.has("type")
            || switch (accept.quotes()) {
              case OPTIONAL -> true;
              case REQUIRED -> range.hasQuotedType();
              case REFUSED -> !range.hasQuotedType();
            };
    boolean syntax = accept.anySyntax() != AnySyntax.REFUSED || !range.asksForAnySyntax();
    return quotes && syntax && isThere(range, target);
  }

  private boolean isThere(AcceptedRange range, Target target) {
    Feature needed =
        switch (range.content()) {
          case "application/zip" -> Feature.ZIP;
          case XML ->
              target.category() == ResourceCategory.SEARCH
                  ? Feature.SEARCH_XML
                  : Feature.METADATA_XML;
          default -> null;
        };
    return needed == null
        || target.category() == ResourceCategory.STORE
        || !behavior.absent().contains(needed);
  }

  private Stream<AcceptedRange> counted(AcceptedRange range, Target target) {
    boolean zip = range.content().equals("application/zip");
    if (!target.isBinary() || zip || accept.parts() == PartCount.BOTH) {
      return Stream.of(range);
    }
    if (accept.parts() == PartCount.MULTIPART_ONLY) {
      return range.isMultipart()
          ? Stream.of(range)
          : range.isAnything() ? Stream.of(range.asMultipart("*/*")) : Stream.empty();
    }
    if (range.isAnything()) {
      // these match single parts only, */* would match multipart as well
      return Stream.of("application/*", "image/*", "video/*").map(range::asSinglePart);
    }
    return range.isMultipart() ? Stream.empty() : Stream.of(range);
  }

  private Stream<AcceptedRange> ofStoredTypes(AcceptedRange range, Target target) {
    boolean any =
        accept.anySyntax() == AnySyntax.ANY_TYPE
            && target.category() == ResourceCategory.FRAMES
            && range.content().equals("application/octet-stream")
            && range.asksForAnySyntax();
    if (!any) {
      return Stream.of(range);
    }
    return range.isMultipart()
        ? Stream.of(range, range.asMultipart("*/*"))
        : Stream.of(range, range.asSinglePart("image/*"), range.asSinglePart("video/*"));
  }

  private AcceptedRange withSyntax(AcceptedRange range, Target target) {
    if (!target.isBinary()) {
      return range;
    }
    return switch (accept.syntaxes()) {
      case ACCEPTED -> range;
      case ANY_FOR_ANYTHING ->
          range.content().equals("*/*") && !range.hasSyntax() ? range.withSyntax("*") : range;
      case EXPLICIT_LITTLE_ENDIAN -> range.withoutSyntax();
    };
  }

  private Stream<AcceptedRange> offered(AcceptedRange range, Target target) {
    List<String> offers = accept.offers().get(target.category());
    if (offers == null) {
      return Stream.of(range);
    }
    return offers.stream()
        .map(AcceptedRange::parse)
        .filter(offer -> range.isAnything() || range.isMultipart() == offer.isMultipart())
        .flatMap(offer -> common(range, offer))
        .distinct();
  }

  /** What both include. */
  private static Stream<AcceptedRange> common(AcceptedRange range, AcceptedRange offer) {
    if (includes(offer.content(), range.content()) && !range.isAnything()) {
      return Stream.of(range);
    }
    if (!includes(range.content(), offer.content())) {
      return Stream.empty();
    }
    return Stream.of(
        offer.isMultipart()
            ? range.asMultipart(offer.content())
            : range.asSinglePart(offer.content()));
  }

  private static boolean includes(String pattern, String type) {
    return pattern.equals(type)
        || pattern.equals("*/*")
        || (pattern.endsWith("/*") && type.startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
