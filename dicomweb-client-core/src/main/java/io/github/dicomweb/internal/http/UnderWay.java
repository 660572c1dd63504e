// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a client and of those that share its connections. Operations that nobody holds
 * any more are forgotten. Thread-safe.
 */
final class UnderWay {
  private final @Nullable UnderWay parent;
  private final Set<Operation> operations = Collections.newSetFromMap(new WeakHashMap<>());
  private boolean closed;

  UnderWay(@Nullable UnderWay parent) {
    this.parent = parent;
  }

  /** Whether an operation may go on: any may until the end, and then those that were ended. */
  boolean admits(Operation operation) {
    return (parent == null || parent.admits(operation)) && admitsHere(operation);
  }

  private synchronized boolean admitsHere(Operation operation) {
    if (closed) {
      return operations.contains(operation);
    }
    operations.add(operation);
    return true;
  }

  /** Whether the end has come. */
  boolean closed() {
    return (parent != null && parent.closed()) || closedHere();
  }

  private synchronized boolean closedHere() {
    return closed;
  }

  /** Ends all of them, and waits until they have taken away the files that they had begun. */
  void end(Duration patience) {
    List<Operation> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(operations);
    }
    all.forEach(Operation::cancel);
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (Operation operation : all) {
        operation.awaitFiles(end);
      }
    } catch (InterruptedException e) {
      // Whoever closes has no time any more.
      Thread.currentThread().interrupt();
    }
  }
}
