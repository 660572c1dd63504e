// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests. Thread-safe. */
final class RequestLog {
  static final int CAPACITY = 10_000;

  private final Deque<LoggedRequest> requests = new ArrayDeque<>();

  synchronized void add(LoggedRequest request) {
    if (requests.size() == CAPACITY) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  synchronized List<LoggedRequest> all() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    requests.clear();
  }
}
