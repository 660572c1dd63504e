// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Holds results against the values the user gave, where wildcards had to stand in for characters
 * the server does not decode and so may have matched more than was meant.
 */
final class ResultFilter implements Predicate<Dataset> {

  private record Key(int tag, List<Pattern> patterns) {}

  private final List<Key> keys = new ArrayList<>();

  ResultFilter(SearchQuery query) {
    query
        .matches()
        .forEach(
            (attribute, values) -> {
              OptionalInt tag = Tags.parse(attribute);
              if (tag.isPresent() && QueryWriter.allowsWildcards(attribute)) {
                keys.add(
                    new Key(tag.getAsInt(), values.stream().map(ResultFilter::pattern).toList()));
              }
            });
  }

  @Override
  public boolean test(Dataset result) {
    for (Key key : keys) {
      if (!result.contains(key.tag)) {
        // An attribute that the server did not return cannot be held against anything.
        continue;
      }
      List<String> values = result.strings(key.tag);
      // Present without a value is one that is empty: wildcards let it pass, the value may not.
      if ((values.isEmpty() ? List.of("") : values).stream().noneMatch(v -> matches(key, v))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Key key, String value) {
    for (Pattern pattern : key.patterns) {
      if (pattern.matcher(value).matches()) {
        return true;
      }
      // A person name matches by any of its groups.
      for (String group : value.split("=", -1)) {
        if (pattern.matcher(group).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Pattern pattern(String value) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
