// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.archive.Level;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Query;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query of a search (PS3.18 §8.3.4).
 *
 * @param included the attributes of includefield
 * @param all whether includefield asks for all
 * @param warnings what the server does not do although it was asked to
 */
record SearchQuery(
    List<Key> keys,
    Set<Integer> included,
    boolean all,
    long limit,
    long offset,
    List<String> warnings) {
  private static final Set<Integer> COUNTS =
      Set.of(
          Tag.NumberOfStudyRelatedSeries,
          Tag.NumberOfStudyRelatedInstances,
          Tag.NumberOfSeriesRelatedInstances,
          Tag.NumberOfPatientRelatedStudies,
          Tag.NumberOfPatientRelatedSeries,
          Tag.NumberOfPatientRelatedInstances);

  /**
   * Reads a query.
   *
   * @param supported the kinds of matching that are done when they are asked for
   */
  static SearchQuery of(Query query, Level level, Set<Matching> supported) {
    Set<Integer> included = new TreeSet<>();
    boolean all = false;
    for (Query.Parameter parameter : query.all("includefield")) {
      for (String field : parameter.values()) {
        all |= field.equals("all");
        Key.path(field)
            .filter(path -> level.includes(path.get(0)))
            .ifPresent(path -> included.add(path.get(0)));
      }
    }
    List<String> warnings = new ArrayList<>();
    Set<Matching> options = EnumSet.noneOf(Matching.class);
    for (Matching matching : Matching.values()) {
      if (isTrue(query, matching.parameter())) {
        if (supported.contains(matching)) {
          options.add(matching);
        } else {
          warnings.add(matching.refusal());
        }
      }
    }
    return new SearchQuery(
        keys(query, level, options),
        included,
        all,
        number(query, "limit", Long.MAX_VALUE),
        number(query, "offset", 0),
        warnings);
  }

  private static List<Key> keys(Query query, Level level, Set<Matching> options) {
    List<Key> keys = query.parameters().stream().flatMap(p -> Key.of(p, options).stream()).toList();
    for (Key key : keys) {
      if (!level.includes(key.tag())) {
        throw HttpProblem.badRequest("An attribute to match is of a level below the resource.");
      }
      if (COUNTS.contains(key.tag()) && !key.isUniversal()) {
        throw HttpProblem.badRequest("Counts cannot be matched.");
      }
    }
    return keys;
  }

  private static boolean isTrue(Query query, String name) {
    String value = query.single(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw HttpProblem.badRequest("The parameter " + name + " is neither true nor false.");
    }
    return value.equals("true");
  }

  private static long number(Query query, String name, long absent) {
    return query
        .single(name)
        .map(
            text -> {
              if (!text.matches("\\d{1,18}")) {
                throw HttpProblem.badRequest("The parameter " + name + " is no unsigned integer.");
              }
              return Long.parseLong(text);
            })
        .orElse(absent);
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "SearchQuery" + keys;
  }
}
