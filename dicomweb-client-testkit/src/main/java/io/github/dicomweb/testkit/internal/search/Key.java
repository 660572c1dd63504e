// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An attribute to match.
 *
 * @param path the tags on the way to it, its own the last
 * @param values of which one has to match: a list for UI or when lists were asked for
 * @param matchesEmpty whether two quotation marks stand for an empty attribute
 */
record Key(List<Integer> path, List<String> values, boolean matchesEmpty) {
  private static final int LONGEST_PATH = 16;
  private static final String EMPTY = "\"\"";

  /**
   * The key in a parameter, if its name is one of an attribute.
   *
   * @param options what was asked for and is done
   */
  static Optional<Key> of(Query.Parameter parameter, Set<Matching> options) {
    return path(parameter.name())
        .map(
            path ->
                new Key(
                    path,
                    values(parameter, Dictionary.vrOf(path.get(path.size() - 1)), options),
                    options.contains(Matching.EMPTY_VALUE)));
  }

  private static List<String> values(Query.Parameter parameter, VR vr, Set<Matching> options) {
    if (options.contains(Matching.MULTIPLE_VALUE)) {
      // servers and editions differ about the delimiter: commas that are not escaped, backslashes
      return parameter.values().stream().flatMap(v -> Stream.of(v.split("\\\\", -1))).toList();
    }
    return vr == VR.UI ? parameter.values() : List.of(parameter.value());
  }

  /** The tags of a dotted path of keywords and hexadecimal tags (PS3.18 §8.3.4.1). */
  static Optional<List<Integer>> path(String name) {
    String[] steps = name.split("\\.", -1);
    if (steps.length > LONGEST_PATH) {
      throw HttpProblem.badRequest("The path of an attribute is too long.");
    }
    List<Integer> path = new ArrayList<>();
    for (String step : steps) {
      long hex = Tags.parseHex(step);
      if (hex >= 0) {
        path.add((int) hex);
      } else if (Dictionary.tagOf(step).isPresent()) {
        path.add(Dictionary.tagOf(step).getAsInt());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(path));
  }

  int tag() {
    return path.get(0);
  }

  /** The VR of the attribute that is matched. */
  VR vr() {
    return Dictionary.vrOf(path.get(path.size() - 1));
  }

  boolean isUniversal() {
    return ValueMatchers.isUniversal(vr(), values);
  }

  /** Whether an attribute that is empty or not there is among those wanted (PS3.4 §C.2.2.2.7). */
  boolean wantsEmpty() {
    return matchesEmpty && values.contains(EMPTY);
  }

  /** The values that an attribute can have. */
  List<String> wantedValues() {
    return wantsEmpty() ? values.stream().filter(v -> !v.equals(EMPTY)).toList() : values;
  }

  boolean isRange() {
    return !isUniversal() && values.size() == 1 && values.get(0).indexOf('-') >= 0;
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "Key[" + path.stream().map(Tags::toHex).toList() + "]";
  }
}
