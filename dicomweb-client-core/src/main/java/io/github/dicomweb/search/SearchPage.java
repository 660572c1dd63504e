// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** The answer to one search request, in memory. Immutable. */
public final class SearchPage implements Iterable<Dataset> {
  private final List<Dataset> results;
  private final List<Warning> warnings;
  private final Completeness completeness;

  /**
   * Creates a page.
   *
   * @param results the results, in the server's order
   * @param warnings what the server and this library have to say about them
   * @param completeness whether they are all
   */
  public SearchPage(List<Dataset> results, List<Warning> warnings, Completeness completeness) {
    this.results = List.copyOf(results);
    this.warnings = List.copyOf(warnings);
    this.completeness = completeness;
  }

  /**
   * The results.
   *
   * @return datasets in the server's order; empty if nothing matched
   */
  public List<Dataset> results() {
    return results;
  }

  /**
   * What the server warned of and what was tolerated.
   *
   * @return the warnings, in order
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * How many results the server says it holds back.
   *
   * @return the number, if the server gave one
   */
  public OptionalLong remaining() {
    return warnings.stream()
        .map(Warning::remainingResults)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  /**
   * Whether these are all matches.
   *
   * @return what is known; a single request can seldom prove completeness
   */
  public Completeness completeness() {
    return completeness;
  }

  @Override
  public Iterator<Dataset> iterator() {
    return results.iterator();
  }

  /**
   * Counts only.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return "SearchPage[" + results.size() + " results, " + completeness + "]";
  }
}
