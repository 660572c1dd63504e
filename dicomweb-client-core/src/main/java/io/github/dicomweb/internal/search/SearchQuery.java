// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.internal.negotiate.AttributeNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a search asks, as the user said it. Immutable.
 *
 * @param matches the values to match, by attribute, in the order they were set
 * @param parameters what is sent beside, by name, in the order it was set
 * @param includeFields the attributes asked for
 * @param options what else is asked
 * @param limit how many results are wanted, or −1
 * @param offset how many results are skipped
 * @param pageSize how many results a page should have, or 0 for what the profile says
 */
record SearchQuery(
    Map<String, List<String>> matches,
    Map<String, String> parameters,
    List<String> includeFields,
    Set<Option> options,
    long limit,
    long offset,
    int pageSize) {

  /** What a search is asked or not. */
  enum Option {
    FUZZY,
    EMPTY_VALUES,
    MULTIPLE_VALUES,
    XML
  }

  /** The value that stands for none (PS3.4 §C.2.2.2.7). */
  static final String NOTHING = "\"\"";

  /** What stands for all attributes. */
  static final String ALL = "all";

  static final SearchQuery EMPTY =
      new SearchQuery(Map.of(), Map.of(), List.of(), Set.of(), -1, 0, 0);

  /** The attribute as it stands in a query: its keyword, or eight digits where it has none. */
  static String attribute(int tag) {
    return AttributeNames.of(tag);
  }

  /** Checks a keyword, hexadecimal tag or dotted path. */
  static String attribute(String path) {
    return AttributeNames.of(path);
  }

  /** Checks what may be asked for: an attribute, or all. */
  static String field(String path) {
    return path.equals(ALL) ? ALL : attribute(path);
  }

  boolean has(Option option) {
    return options.contains(option);
  }

  SearchQuery withMatch(String attribute, List<String> values) {
    if (values.isEmpty() || values.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "a matching key needs a value; matchEmpty() matches what has none");
    }
    Map<String, List<String>> changed = new LinkedHashMap<>(matches);
    changed.put(attribute, List.copyOf(values));
    return withMatches(changed);
  }

  private SearchQuery withMatches(Map<String, List<String>> changed) {
    return new SearchQuery(changed, parameters, includeFields, options, limit, offset, pageSize);
  }

  /** With those of the keys only that pass. */
  SearchQuery matching(Predicate<String> attributes) {
    Map<String, List<String>> changed = new LinkedHashMap<>(matches);
    changed.keySet().removeIf(attributes.negate());
    return withMatches(changed);
  }

  SearchQuery withParameter(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(OtherParameters.checked(name), value);
    return new SearchQuery(matches, changed, includeFields, options, limit, offset, pageSize);
  }

  SearchQuery withIncludeFields(List<String> attributes) {
    List<String> changed = new ArrayList<>(includeFields);
    for (String attribute : attributes) {
      if (!changed.contains(attribute)) {
        changed.add(attribute);
      }
    }
    return new SearchQuery(
        matches, parameters, List.copyOf(changed), options, limit, offset, pageSize);
  }

  SearchQuery with(Option option) {
    Set<Option> changed = EnumSet.of(option);
    changed.addAll(options);
    return withOptions(changed);
  }

  SearchQuery without(Option option) {
    Set<Option> changed = EnumSet.noneOf(Option.class);
    changed.addAll(options);
    changed.remove(option);
    return withOptions(changed);
  }

  private SearchQuery withOptions(Set<Option> changed) {
    return new SearchQuery(matches, parameters, includeFields, changed, limit, offset, pageSize);
  }

  SearchQuery withLimit(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("the limit must be at least 1");
    }
    return new SearchQuery(matches, parameters, includeFields, options, value, offset, pageSize);
  }

  SearchQuery withOffset(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("the offset must not be negative");
    }
    return new SearchQuery(matches, parameters, includeFields, options, limit, value, pageSize);
  }

  SearchQuery withPageSize(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("the page size must be at least 1");
    }
    return new SearchQuery(matches, parameters, includeFields, options, limit, offset, value);
  }

  /** All of what matches, from the first to the last. */
  SearchQuery whole() {
    return new SearchQuery(matches, parameters, includeFields, options, -1, 0, pageSize);
  }

  /** What is matched, and nothing of what is given. */
  SearchQuery keysOnly() {
    return new SearchQuery(matches, parameters, List.of(), options, -1, 0, 0);
  }

  /** Names of attributes and counts, no values. */
  @Override
  public String toString() {
    return "SearchQuery" + matches.keySet();
  }
}
