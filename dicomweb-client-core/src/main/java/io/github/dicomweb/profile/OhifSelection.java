// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

import io.github.dicomweb.error.DicomFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the data source that is meant, in whichever piece of a configuration was given. */
final class OhifSelection {
  private static final String ROOT = "wadoRoot";

  private OhifSelection() {}

  static OhifNode find(Object json, @Nullable String name) {
    if (json instanceof List<?> entries) {
      return choose(entries, name, null);
    }
    if (!(json instanceof Map<?, ?> object)) {
      throw DicomFormatException.at("a configuration is an object", 0, null, null);
    }
    if (object.get("dataSources") instanceof List<?> entries) {
      String byDefault = object.get("defaultDataSourceName") instanceof String s ? s : null;
      return choose(entries, name, byDefault);
    }
    // What a viewer reads from a URL it is given.
    if (object.get("servers") instanceof Map<?, ?> servers
        && servers.get("dicomWeb") instanceof List<?> entries) {
      return choose(entries, name, null);
    }
    return choose(List.of(object), name, null);
  }

  private static OhifNode choose(
      List<?> entries, @Nullable String name, @Nullable String byDefault) {
    List<Map<?, ?>> usable = new ArrayList<>();
    Map<String, Map<?, ?>> named = new LinkedHashMap<>();
    for (Object entry : entries) {
      if (entry instanceof Map<?, ?> object) {
        Map<?, ?> configuration =
            object.get("configuration") instanceof Map<?, ?> inner ? inner : object;
        if (configuration.containsKey(ROOT)) {
          usable.add(configuration);
          nameOf(object, configuration).ifPresent(n -> named.putIfAbsent(n, configuration));
        }
      }
    }
    return new OhifNode("", select(usable, named, name, byDefault));
  }

  private static Map<?, ?> select(
      List<Map<?, ?>> usable,
      Map<String, Map<?, ?>> named,
      @Nullable String name,
      @Nullable String byDefault) {
    if (name != null) {
      Map<?, ?> chosen = named.get(name);
      if (chosen == null) {
        throw new IllegalArgumentException("there is no DICOMweb data source of this name");
      }
      return chosen;
    }
    if (usable.isEmpty()) {
      throw DicomFormatException.at("there is no data source with a wadoRoot", -1, null, null);
    }
    Map<?, ?> chosen = byDefault == null ? null : named.get(byDefault);
    if (chosen == null && usable.size() > 1) {
      throw new IllegalArgumentException("there are several data sources: name one");
    }
    return chosen == null ? usable.get(0) : chosen;
  }

  private static Optional<String> nameOf(Map<?, ?> entry, Map<?, ?> configuration) {
    if (entry.get("sourceName") instanceof String name) {
      return Optional.of(name);
    }
    return configuration.get("name") instanceof String name ? Optional.of(name) : Optional.empty();
  }
}
