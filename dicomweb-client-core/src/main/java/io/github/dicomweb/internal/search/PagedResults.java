// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A pager as its user sees it. */
final class PagedResults implements SearchResults {
  private final Pager pager;
  private boolean iterating;

  PagedResults(SearchResource resource, SearchQuery query, Operation operation) {
    this.pager = new Pager(resource, query, operation);
  }

  @Override
  public Iterator<Dataset> iterator() {
    if (iterating) {
      throw new IllegalStateException("these results can be iterated once");
    }
    iterating = true;
    return new Cursor();
  }

  @Override
  public Stream<Dataset> stream() {
    Spliterator<Dataset> spliterator =
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    return StreamSupport.stream(spliterator, false).onClose(this::close);
  }

  @Override
  public Completeness completeness() {
    return pager.completeness();
  }

  @Override
  public OptionalLong remaining() {
    return pager.remaining();
  }

  @Override
  public List<Warning> warnings() {
    return pager.warnings();
  }

  @Override
  public long received() {
    return pager.delivered();
  }

  @Override
  public void close() {
    pager.close();
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
        ahead = advance();
      }
      return ahead != null;
    }

    @Override
    public Dataset next() {
      Dataset result = ahead == null ? advance() : ahead;
      ahead = null;
      if (result == null) {
        throw new NoSuchElementException("no more results");
      }
      return result;
    }

    private @Nullable Dataset advance() {
      try {
        return pager.next();
      } catch (RuntimeException e) {
        pager.close();
        throw e;
      }
    }
  }
}
