// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Tags;
import java.util.Locale;
import java.util.Set;

/** Parameters of a search that the library itself knows nothing of. */
final class OtherParameters {
  private static final Set<String> OURS =
      Set.of(
          "limit",
          "offset",
          "includefield",
          "fuzzymatching",
          "emptyvaluematching",
          "multiplevaluematching");

  private OtherParameters() {}

  /** Refuses what a method of its own sets, and keys; quotes nothing. */
  static String checked(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a query parameter needs a name");
    }
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("this query parameter is set by a method of its own");
    }
    if (Tags.parse(name.split("\\.", 2)[0]).isPresent()) {
      throw new IllegalArgumentException(
          "this query parameter names an attribute, which match() is for");
    }
    return name;
  }
}
