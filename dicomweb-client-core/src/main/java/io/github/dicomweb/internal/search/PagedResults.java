// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.search.Completeness;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A pager as its user sees it. */
final class PagedResults extends OnePassResults {
  private final Pager pager;

  PagedResults(SearchResource resource, SearchQuery query, Operation operation) {
    this.pager = new Pager(resource, query, operation);
  }

  @Override
  @Nullable Dataset advance() {
    return pager.next();
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
}
