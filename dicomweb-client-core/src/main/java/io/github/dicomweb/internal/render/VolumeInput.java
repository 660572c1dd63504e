// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a volume is made of (PS3.18 §8.3.5.3.1, §8.3.5.3.2). */
record VolumeInput(List<String> uids, List<Integer> frames, Map<String, String> matches) {
  static final VolumeInput ALL = new VolumeInput(List.of(), List.of(), Map.of());

  VolumeInput {
    if (!uids.isEmpty() && !frames.isEmpty()) {
      throw new IllegalArgumentException("a volume is made of instances or of frames");
    }
  }

  VolumeInput withUids(String... values) {
    List<String> all = List.of(values);
    if (all.isEmpty() || all.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("no UID of what the volume is made of");
    }
    return new VolumeInput(all, frames, matches);
  }

  VolumeInput withFrames(List<Integer> values) {
    return new VolumeInput(uids, values, matches);
  }

  VolumeInput withMatch(String attribute, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a matching key needs a value");
    }
    Map<String, String> changed = new LinkedHashMap<>(matches);
    changed.put(attribute, value);
    return new VolumeInput(uids, frames, changed);
  }

  void writeTo(Query query) {
    if (!uids.isEmpty()) {
      query.add("volumeinputreference", uids);
    }
    if (!frames.isEmpty()) {
      query.add("volumeinputreference", frames.stream().map(String::valueOf).toList());
    }
    matches.forEach((attribute, value) -> query.add(attribute, value));
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "VolumeInput[" + uids.size() + ", " + frames.size() + ", " + matches.keySet() + "]";
  }
}
