// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The results of a paged search, fetched while they are consumed. One pass only; not thread-safe.
 * What is said of the whole is final once the results have been read to their end.
 *
 * <p>Failures while paging are thrown by the iterator, as {@link
 * io.github.dicomweb.error.DicomWebException}: the results so far are then not all.
 *
 * <p>Not meant to be implemented outside this library.
 */
public interface SearchResults extends Iterable<Dataset>, AutoCloseable {

  /**
   * The one iterator over the results.
   *
   * @throws IllegalStateException when called a second time
   */
  @Override
  Iterator<Dataset> iterator();

  /**
   * The results as a stream; the same single pass. Closing the stream closes the results.
   *
   * @return a sequential, ordered stream
   */
  Stream<Dataset> stream();

  /**
   * Whether all matches were delivered.
   *
   * @return {@link Completeness#UNKNOWN} until the end was reached
   */
  Completeness completeness();

  /**
   * How many results the server said it still had, at the last page.
   *
   * @return the number, if the server gave one
   */
  OptionalLong remaining();

  /**
   * What the server warned of and what was tolerated, on all pages so far, each once.
   *
   * @return the warnings
   */
  List<Warning> warnings();

  /**
   * How many results were delivered so far.
   *
   * @return the count
   */
  long received();

  /** Ends the search and frees its connection. May be called at any time, more than once. */
  @Override
  void close();
}
