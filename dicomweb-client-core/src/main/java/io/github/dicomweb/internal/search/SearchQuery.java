// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.internal.negotiate.AttributeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search asks, as the user said it. Immutable.
 *
 * @param matches the values to match, by attribute, in the order they were set
 * @param includeFields the attributes asked for
 * @param fuzzy whether person names are matched fuzzily
 * @param limit how many results are wanted, or −1
 * @param offset how many results are skipped
 * @param pageSize how many results a page should have, or 0 for what the profile says
 */
record SearchQuery(
    Map<String, List<String>> matches,
    List<String> includeFields,
    boolean fuzzy,
    long limit,
    long offset,
    int pageSize) {

  static final SearchQuery EMPTY = new SearchQuery(Map.of(), List.of(), false, -1, 0, 0);

  /** The attribute as it stands in a query: its keyword, or eight digits where it has none. */
  static String attribute(int tag) {
    return AttributeNames.of(tag);
  }

  /** Checks a keyword, hexadecimal tag or dotted path. */
  static String attribute(String path) {
    return AttributeNames.of(path);
  }

  SearchQuery withMatch(String attribute, List<String> values) {
    if (values.isEmpty() || values.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("a matching key needs a value");
    }
    Map<String, List<String>> changed = new LinkedHashMap<>(matches);
    changed.put(attribute, List.copyOf(values));
    return new SearchQuery(changed, includeFields, fuzzy, limit, offset, pageSize);
  }

  SearchQuery withIncludeFields(List<String> attributes) {
    List<String> changed = new ArrayList<>(includeFields);
    for (String attribute : attributes) {
      if (!changed.contains(attribute)) {
        changed.add(attribute);
      }
    }
    return new SearchQuery(matches, List.copyOf(changed), fuzzy, limit, offset, pageSize);
  }

  SearchQuery withFuzzy() {
    return new SearchQuery(matches, includeFields, true, limit, offset, pageSize);
  }

  SearchQuery withLimit(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("the limit must be at least 1");
    }
    return new SearchQuery(matches, includeFields, fuzzy, value, offset, pageSize);
  }

  SearchQuery withOffset(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("the offset must not be negative");
    }
    return new SearchQuery(matches, includeFields, fuzzy, limit, value, pageSize);
  }

  SearchQuery withPageSize(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("the page size must be at least 1");
    }
    return new SearchQuery(matches, includeFields, fuzzy, limit, offset, value);
  }

  /** Names of attributes and counts, no values. */
  @Override
  public String toString() {
    return "SearchQuery" + matches.keySet();
  }
}
