// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.search.SearchResults;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Results that are fetched while they are consumed: one pass, one iterator. */
abstract class OnePassResults implements SearchResults {
  private boolean iterating;

  /** The next result, or null at the end. */
  abstract @Nullable Dataset advance();

  @Override
  public final Iterator<Dataset> iterator() {
    if (iterating) {
      throw new IllegalStateException("these results can be iterated once");
    }
    iterating = true;
    return new Cursor();
  }

  @Override
  public final Stream<Dataset> stream() {
    Spliterator<Dataset> spliterator =
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    return StreamSupport.stream(spliterator, false).onClose(this::close);
  }

  @Override
  public String toString() {
    return "SearchResults[" + received() + " so far, " + completeness() + "]";
  }

  private final class Cursor implements Iterator<Dataset> {
    private @Nullable Dataset ahead;

    @Override
    public boolean hasNext() {
      if (ahead == null) {
        ahead = step();
      }
      return ahead != null;
    }

    @Override
    public Dataset next() {
      Dataset result = ahead == null ? step() : ahead;
      ahead = null;
      if (result == null) {
        throw new NoSuchElementException("no more results");
      }
      return result;
    }

    private @Nullable Dataset step() {
      try {
        return advance();
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }
  }
}
