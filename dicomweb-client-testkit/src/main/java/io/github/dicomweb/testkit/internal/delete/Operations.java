// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.delete;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.util.HashMap;
import java.util.Map;

/**
 * Work that is begun by one request and seen to end by others: at the first poll it goes on, then
 * it is done. Thread-safe.
 */
final class Operations {
  /** What the names of operations begin with. */
  static final String PARENT = "projects/p/locations/l/datasets/d/operations/";

  private static final class Operation {
    private final Runnable work;
    private int polls;

    Operation(Runnable work) {
      this.work = work;
    }
  }

  private final Map<String, Operation> begun = new HashMap<>();

  synchronized String start(Runnable work) {
    String id = Integer.toString(begun.size() + 1);
    begun.put(id, new Operation(work));
    return "{\"name\":\"" + PARENT + id + "\"}";
  }

  synchronized String poll(String id) {
    Operation operation = begun.get(id);
    if (operation == null) {
      throw HttpProblem.notFound();
    }
    String name = "{\"name\":\"" + PARENT + id + "\"";
    operation.polls++;
    if (operation.polls == 1) {
      return name + ",\"done\":false}";
    }
    if (operation.polls == 2) {
      operation.work.run();
    }
    return name + ",\"done\":true,\"response\":{}}";
  }
}
