// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What became of each source of a store. Immutable. Only what the server listed counts as stored,
 * whatever status it answered.
 */
public final class StoreReport {
  private final List<StoreOutcome> outcomes;
  private final int httpStatus;
  private final @Nullable String retrieveUrl;
  private final List<StoreReason> otherFailures;
  private final List<Warning> warnings;
  private final @Nullable DicomWebException failure;

  /**
   * Creates a report.
   *
   * @param outcomes one for each source, in the order of the sources
   * @param httpStatus the status of the answer, or 0 if none came
   * @param retrieveUrl where the study can be retrieved, or null
   * @param otherFailures reasons of failures that the server could not tie to an instance
   * @param warnings what the server warned of and what was tolerated
   * @param failure what kept the answer from being read, or null
   */
  public StoreReport(
      List<StoreOutcome> outcomes,
      int httpStatus,
      @Nullable String retrieveUrl,
      List<StoreReason> otherFailures,
      List<Warning> warnings,
      @Nullable DicomWebException failure) {
    this.outcomes = List.copyOf(outcomes);
    this.httpStatus = httpStatus;
    this.retrieveUrl = retrieveUrl;
    this.otherFailures = List.copyOf(otherFailures);
    this.warnings = List.copyOf(warnings);
    this.failure = failure;
  }

  /**
   * What became of each source.
   *
   * @return one outcome for each source, in their order
   */
  public List<StoreOutcome> outcomes() {
    return outcomes;
  }

  /**
   * The sources that the server listed as stored.
   *
   * @return the outcomes
   */
  public List<StoreOutcome> stored() {
    return with(StoreStatus.STORED);
  }

  /**
   * The sources that the server listed as failed.
   *
   * @return the outcomes
   */
  public List<StoreOutcome> failed() {
    return with(StoreStatus.FAILED);
  }

  /**
   * The sources that were sent and of which the server said nothing.
   *
   * @return the outcomes
   */
  public List<StoreOutcome> unconfirmed() {
    return with(StoreStatus.UNCONFIRMED);
  }

  /**
   * The sources that were not sent.
   *
   * @return the outcomes
   */
  public List<StoreOutcome> skipped() {
    return with(StoreStatus.SKIPPED);
  }

  private List<StoreOutcome> with(StoreStatus status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
  }

  /**
   * Whether each source was stored.
   *
   * @return true if nothing failed, nothing is unconfirmed and nothing was skipped
   */
  public boolean isComplete() {
    return outcomes.stream().allMatch(outcome -> outcome.status() == StoreStatus.STORED);
  }

  /**
   * The status of the answer; of several requests, the highest.
   *
   * @return for example 200, 202 or 409; empty if no answer came, or nothing was sent
   */
  public OptionalInt httpStatus() {
    return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /**
   * Where the server says the study can be retrieved (0008,1190).
   *
   * @return the URL, if the server gave one
   */
  public Optional<String> retrieveUrl() {
    return Optional.ofNullable(retrieveUrl);
  }

  /**
   * The failures that the server could not tie to an instance: Other Failures Sequence (0008,119A).
   *
   * @return the reasons
   */
  public List<StoreReason> otherFailures() {
    return otherFailures;
  }

  /**
   * What the server warned of and what was tolerated.
   *
   * @return the warnings
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * What kept the answer from arriving or from being read, so that sources are unconfirmed. Where
   * each source goes in a request of its own, the first that went wrong.
   *
   * @return the failure, if there was one
   */
  public Optional<DicomWebException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Insists that everything was stored.
   *
   * @return this, if {@link #isComplete}
   * @throws StoreException otherwise
   */
  public StoreReport orThrow() {
    if (!isComplete()) {
      throw new StoreException(this);
    }
    return this;
  }

  /**
   * Counts.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return "StoreReport["
        + stored().size()
        + " stored, "
        + failed().size()
        + " failed, "
        + unconfirmed().size()
        + " unconfirmed, "
        + skipped().size()
        + " skipped"
        + (httpStatus == 0 ? "" : ", status " + httpStatus)
        + "]";
  }
}
