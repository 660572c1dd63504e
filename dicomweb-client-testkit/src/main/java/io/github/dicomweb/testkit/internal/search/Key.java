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

/**
 * An attribute to match.
 *
 * @param path the tags on the way to it, its own the last
 * @param values a list for UI, otherwise one value
 */
record Key(List<Integer> path, List<String> values) {
  private static final int LONGEST_PATH = 16;

  /** The key in a parameter, if its name is one of an attribute. */
  static Optional<Key> of(Query.Parameter parameter) {
    return path(parameter.name())
        .map(
            path -> {
              boolean list = Dictionary.vrOf(path.get(path.size() - 1)) == VR.UI;
              return new Key(path, list ? parameter.values() : List.of(parameter.value()));
            });
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

  boolean isRange() {
    return !isUniversal() && values.get(0).indexOf('-') >= 0;
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "Key[" + path.stream().map(Tags::toHex).toList() + "]";
  }
}
