// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How an image is rendered (PS3.18 §8.3.5.1).
 *
 * @param quality from 1 to 100
 * @param profiled whether a colour profile was asked for
 * @param warnings what is not done although it was asked for
 */
public record RenderParameters(
    Optional<Viewport> viewport,
    Optional<Window> window,
    OptionalInt quality,
    Profile profiled,
    List<String> warnings) {
  /** Whether the image is to have an ICC profile. */
  public enum Profile {
    NONE,
    WANTED
  }

  private static final Set<String> PROFILES =
      Set.of("no", "yes", "srgb", "adobergb", "rommrgb", "displayp3");

  static RenderParameters of(Query query) {
    List<String> warnings = new ArrayList<>(annotationWarnings(query, "annotation"));
    Profile profile = Profile.NONE;
    Optional<String> icc = query.single("iccprofile");
    if (icc.isPresent() && !PROFILES.contains(icc.get())) {
      throw HttpProblem.badRequest("The parameter iccprofile is none of those known.");
    }
    if (icc.isPresent() && !icc.get().equals("no")) {
      profile = Profile.WANTED;
      warnings.add("The iccprofile parameter is not supported.");
    }
    return new RenderParameters(
        query.single("viewport").map(Viewport::parse),
        query.single("window").map(Window::parse),
        quality(query.single("quality"), "quality"),
        profile,
        List.copyOf(warnings));
  }

  /** The warning that nothing is written on the image, where that was asked for. */
  public static List<String> annotationWarnings(Query query, String parameter) {
    return query
        .single(parameter)
        .filter(value -> !value.isEmpty())
        .map(value -> "The following annotation values are not supported: " + safe(value))
        .stream()
        .toList();
  }

  public static OptionalInt quality(Optional<String> text, String parameter) {
    return text.isPresent()
        ? OptionalInt.of(Decimals.parseInt(text.get(), parameter, 1, 100))
        : OptionalInt.empty();
  }

  /** What was sent goes back into a header only as far as it is harmless there. */
  private static String safe(String value) {
    return value.replaceAll("[^\\w,.-]", "?");
  }

  /** An answer with the warnings. */
  public Answer addTo(Answer answer, String service) {
    Answer warned = answer;
    for (String warning : warnings) {
      warned = warned.header("Warning", "299 " + service + " \"" + warning + "\"");
    }
    return warned;
  }
}
