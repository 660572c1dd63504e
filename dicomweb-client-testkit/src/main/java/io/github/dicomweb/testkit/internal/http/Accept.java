// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client accepts. Without a header it accepts anything (RFC 9110 §12.5.1). The quality of an
 * offer is that of the range that names it most exactly; of two offers of one quality, the one
 * whose range was written first wins.
 */
public final class Accept {
  private final List<MediaRange> ranges;

  private Accept(List<MediaRange> ranges) {
    this.ranges = ranges;
  }

  /** Reads the values of a header, or of a parameter of the same grammar. */
  public static Accept parse(List<String> values) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String value : values) {
      for (String element : HeaderText.split(value, ',')) {
        if (!element.isBlank()) {
          ranges.add(range(element));
        }
      }
    }
    return new Accept(
        ranges.isEmpty() ? List.of(new MediaRange("*/*", Map.of(), 1)) : List.copyOf(ranges));
  }

  private static MediaRange range(String element) {
    List<String> pieces = HeaderText.split(element, ';');
    String type = pieces.get(0).strip().toLowerCase(Locale.ROOT);
    if (type.indexOf('/') < 1) {
      throw HttpProblem.badRequest("A range of Accept is not a media type.");
    }
    double quality = 1;
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String piece : pieces.subList(1, pieces.size())) {
      int equals = piece.indexOf('=');
      if (equals < 0) {
        throw HttpProblem.badRequest("A parameter of Accept has no value.");
      }
      String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      String value = HeaderText.unquoted(piece.substring(equals + 1).strip());
      if (name.equals("q")) {
        quality = quality(value);
      } else {
        parameters.put(name, value);
      }
    }
    return new MediaRange(type, Map.copyOf(parameters), quality);
  }

  private static double quality(String text) {
    if (!text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
      throw HttpProblem.badRequest("A q of Accept is not a number from 0 to 1.");
    }
    return Double.parseDouble(text);
  }

  /** Whether one of the ranges names this type itself. */
  public boolean names(String type) {
    return ranges.stream().anyMatch(range -> range.type().equals(type));
  }

  /** Whether each of the ranges names this type itself. */
  public boolean namesOnly(String type) {
    return ranges.stream().allMatch(range -> range.type().equals(type));
  }

  /** Whether each of the ranges is a multipart of a type that is told and is not this one. */
  public boolean namesOnlyPartsBut(String type) {
    return ranges.stream()
        .allMatch(
            range ->
                range.type().equals(MediaRange.MULTIPART_RELATED)
                    && !range.parameters().getOrDefault("type", type).equalsIgnoreCase(type)
                    && !range.parameters().getOrDefault("type", type).equals("*/*"));
  }

  /** Whether a range has a parameter other than its quality. */
  public boolean hasParameters() {
    return ranges.stream().anyMatch(range -> !range.parameters().isEmpty());
  }

  /** Whether an offer may be sent. */
  public boolean accepts(Offer offer) {
    return preference(offer).quality() > 0;
  }

  /** The offer that is liked best; of equals, the one that comes first. */
  public Optional<Offer> best(List<Offer> offers) {
    Offer best = null;
    Preference bestPreference = Preference.NONE;
    for (Offer offer : offers) {
      Preference preference = preference(offer);
      if (preference.isBetterThan(bestPreference)) {
        best = offer;
        bestPreference = preference;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The best offer, or 406. */
  public Offer require(List<Offer> offers) {
    return best(offers)
        .orElseThrow(() -> HttpProblem.notAcceptable("None of the accepted media types is here."));
  }

  private Preference preference(Offer offer) {
    int specificity = -1;
    Preference preference = Preference.NONE;
    for (int i = 0; i < ranges.size(); i++) {
      int found = ranges.get(i).specificity(offer);
      if (found > specificity) {
        specificity = found;
        preference = new Preference(ranges.get(i).quality(), i);
      }
    }
    return preference;
  }

  private record Preference(double quality, int order) {
    static final Preference NONE = new Preference(0, Integer.MAX_VALUE);

    boolean isBetterThan(Preference other) {
      return quality > other.quality
          || (quality > 0 && quality == other.quality && order < other.order);
    }
  }
}
