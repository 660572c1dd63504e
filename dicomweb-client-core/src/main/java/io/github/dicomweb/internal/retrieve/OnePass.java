// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.retrieve.Parts;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all live parts have in common: one pass, one iterator, an end that is remembered. */
public abstract class OnePass<P> implements Parts<P> {
  private boolean iterating;
  private boolean ended;

  /** The next part, or null once the proper end of the answer was seen. */
  protected abstract @Nullable P advance();

  @Override
  public final Optional<P> next() {
    if (ended) {
      return Optional.empty();
    }
    P next = advance();
    ended = next == null;
    return Optional.ofNullable(next);
  }

  @Override
  public final boolean ended() {
    return ended;
  }

  /** Whether the end that was seen shows that nothing was cut. */
  public boolean endIsProven() {
    return ended;
  }

  @Override
  public final Iterator<P> iterator() {
    if (iterating) {
      throw new IllegalStateException("these parts can be iterated once");
    }
    iterating = true;
    return new Cursor();
  }

  private final class Cursor implements Iterator<P> {
    private @Nullable P ahead;

    @Override
    public boolean hasNext() {
      if (ahead == null) {
        ahead = OnePass.this.next().orElse(null);
      }
      return ahead != null;
    }

    @Override
    public P next() {
      if (!hasNext() || ahead == null) {
        throw new NoSuchElementException("no more parts");
      }
      P result = ahead;
      ahead = null;
      return result;
    }
  }
}
