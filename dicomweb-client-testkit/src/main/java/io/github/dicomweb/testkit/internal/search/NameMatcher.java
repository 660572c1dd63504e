// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.PersonName;
import java.util.List;
import java.util.Locale;

/**
 * Matches person names whatever the case. A key of several groups is compared group by group, an
 * empty one matching any; a key of one group may match any group of the name (PS3.5 §6.2.1).
 */
final class NameMatcher {
  private final List<String> groups;

  NameMatcher(String key) {
    groups = List.of(key.split("=", 3)).stream().map(NameMatcher::normal).toList();
  }

  boolean matches(PersonName name) {
    List<String> present =
        List.of(
            name.alphabetic().map(g -> normal(g.text())).orElse(""),
            name.ideographic().map(g -> normal(g.text())).orElse(""),
            name.phonetic().map(g -> normal(g.text())).orElse(""));
    if (groups.size() == 1) {
      return present.stream()
          .anyMatch(group -> !group.isEmpty() && Glob.matches(groups.get(0), group));
    }
    for (int i = 0; i < groups.size(); i++) {
      if (!groups.get(i).isEmpty() && !Glob.matches(groups.get(i), present.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Delimiters of components at the end say nothing. */
  private static String normal(String group) {
    int end = group.length();
    while (end > 0 && (group.charAt(end - 1) == '^' || group.charAt(end - 1) == ' ')) {
      end--;
    }
    return group.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
