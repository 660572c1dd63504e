// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import java.util.List;
import java.util.Map;

/**
 * A request as the log keeps it.
 *
 * @param method the HTTP method
 * @param target path and query, as they were sent
 * @param headers values by name
 */
public record LoggedRequest(String method, String target, Map<String, List<String>> headers) {

  /** The method alone: targets hold identifiers and headers hold secrets. */
  @Override
  public String toString() {
    return "LoggedRequest[" + method + "]";
  }
}
