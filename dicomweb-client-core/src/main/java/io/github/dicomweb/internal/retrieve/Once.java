// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Iterates over what a supplier gives until it gives nothing. */
final class Once<T> implements Iterator<T> {
  private final Supplier<Optional<T>> next;
  private @Nullable T ahead;

  Once(Supplier<Optional<T>> next) {
    this.next = next;
  }

  @Override
  public boolean hasNext() {
    if (ahead == null) {
      ahead = next.get().orElse(null);
    }
    return ahead != null;
  }

  @Override
  public T next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("no more parts");
    }
    T result = ahead;
    ahead = null;
    return result;
  }
}
