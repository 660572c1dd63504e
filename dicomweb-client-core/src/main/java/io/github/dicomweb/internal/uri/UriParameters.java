// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.uri;

import io.github.dicomweb.internal.http.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The optional parameters of a request, in the order in which they were set. Immutable. */
final class UriParameters {
  static final UriParameters NONE = new UriParameters(Map.of());

  private final Map<String, List<String>> values;

  private UriParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  UriParameters with(String name, String... list) {
    return with(name, List.of(list));
  }

  UriParameters with(String name, List<String> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.copyOf(list));
    return new UriParameters(changed);
  }

  /** Adds a value to a list, unless it is in there. */
  UriParameters and(String name, String value) {
    List<String> list = new ArrayList<>(values.getOrDefault(name, List.of()));
    if (!list.contains(value)) {
      list.add(value);
    }
    return with(name, list);
  }

  UriParameters without(String name) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    return new UriParameters(changed);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> list(String name) {
    return values.getOrDefault(name, List.of());
  }

  void writeTo(Query query) {
    values.forEach(query::add);
  }

  /** Names, no values. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
