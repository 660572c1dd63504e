// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

import io.github.dicomweb.error.DicomFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** An object of a configuration, which remembers which of its keys were understood. */
final class OhifNode {
  private final String path;
  private final Map<?, ?> values;
  private final TreeSet<String> unread = new TreeSet<>();
  private final List<OhifNode> children = new ArrayList<>();

  OhifNode(String path, Map<?, ?> values) {
    this.path = path;
    this.values = values;
    values.keySet().forEach(key -> unread.add(String.valueOf(key)));
  }

  private Optional<Object> take(String key) {
    Object value = values.get(key);
    if (value == null || value == OhifJson.OTHER) {
      return Optional.empty();
    }
    unread.remove(key);
    return Optional.of(value);
  }

  Optional<String> text(String key) {
    return take(key).map(value -> cast(key, value, String.class, "a text"));
  }

  Optional<Boolean> flag(String key) {
    return take(key).map(value -> cast(key, value, Boolean.class, "true or false"));
  }

  Optional<OhifNode> object(String key) {
    Optional<OhifNode> child =
        take(key)
            .map(
                value ->
                    new OhifNode(
                        path + key + ".", cast(key, value, Map.class, "an object of keys")));
    child.ifPresent(children::add);
    return child;
  }

  /** A list as text between commas, or as an array; true and false for all and nothing. */
  Optional<List<String>> list(String key) {
    return take(key)
        .map(
            value -> {
              if (value instanceof Boolean flag) {
                return flag ? List.of("*") : List.of();
              }
              List<String> all = new ArrayList<>();
              if (value instanceof List<?> items) {
                items.forEach(item -> all.add(cast(key, item, String.class, "texts")));
              } else {
                all.addAll(List.of(cast(key, value, String.class, "a list").split(",", -1)));
              }
              return all.stream()
                  .map(item -> item.strip().toLowerCase(Locale.ROOT))
                  .filter(item -> !item.isEmpty())
                  .toList();
            });
  }

  private <T> T cast(String key, Object value, Class<T> type, String what) {
    if (!type.isInstance(value)) {
      throw wrong(key, "must be " + what);
    }
    return type.cast(value);
  }

  DicomFormatException wrong(String key, String why) {
    return DicomFormatException.at("this key " + why, -1, path + key, null);
  }

  /** The keys that nobody asked for. */
  List<String> ignored() {
    TreeSet<String> all = new TreeSet<>();
    unread.forEach(key -> all.add(path + key));
    children.forEach(child -> all.addAll(child.ignored()));
    return List.copyOf(all);
  }
}
