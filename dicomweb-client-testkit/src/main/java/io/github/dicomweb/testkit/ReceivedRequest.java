// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that a {@link DicomWebTestServer} received, without its body. Immutable.
 *
 * @param method such as {@code GET}
 * @param target path and query, as they were sent
 * @param headers values by name, in the order they came; names are found in any case
 */
public record ReceivedRequest(String method, String target, Map<String, List<String>> headers) {
  /**
   * Copies the headers.
   *
   * @param method such as {@code GET}
   * @param target path and query, as they were sent
   * @param headers values by name, in the order they came; names are found in any case
   */
  public ReceivedRequest {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
    copy.replaceAll((name, values) -> List.copyOf(values));
    headers = Collections.unmodifiableMap(copy);
  }

  /**
   * A header.
   *
   * @param name its name, in any case
   * @return the first value, if the header was sent
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The method alone: targets hold identifiers and headers hold secrets. */
  @Override
  public String toString() {
    return "ReceivedRequest[" + method + "]";
  }
}
