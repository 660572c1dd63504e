// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a retrieval into a directory came to. Immutable. It holds a list only of what went wrong, so
 * its size does not depend on the size of the study; to hear of each file as it is saved, use
 * {@link InstancesRequest#onInstance}.
 */
public final class RetrieveReport {
  private final Verdict verdict;
  private final long received;
  private final long expected;
  private final long bytes;
  private final List<String> missing;
  private final List<Integer> unidentified;
  private final List<Warning> warnings;
  private final @Nullable DicomWebException failure;
  private final long present;
  private final Map<String, DicomWebException> failures;

  /**
   * Creates a report.
   *
   * @param verdict whether everything is there
   * @param received the instances saved
   * @param expected the instances the server lists, or −1 if it could not say
   * @param bytes the bytes saved
   * @param missing the SOP Instance UIDs that the server lists and did not send
   * @param unidentified the indexes of parts in which no SOP Instance UID could be read
   * @param warnings what the server warned of and what was tolerated
   * @param failure what ended the transfer early, or null
   */
  public RetrieveReport(
      Verdict verdict,
      long received,
      long expected,
      long bytes,
      List<String> missing,
      List<Integer> unidentified,
      List<Warning> warnings,
      @Nullable DicomWebException failure) {
    this(verdict, received, expected, bytes, missing, unidentified, warnings, failure, 0, Map.of());
  }

  private RetrieveReport(
      Verdict verdict,
      long received,
      long expected,
      long bytes,
      List<String> missing,
      List<Integer> unidentified,
      List<Warning> warnings,
      @Nullable DicomWebException failure,
      long present,
      Map<String, DicomWebException> failures) {
    this.verdict = verdict;
    this.received = received;
    this.expected = expected;
    this.bytes = bytes;
    this.missing = List.copyOf(missing);
    this.unidentified = List.copyOf(unidentified);
    this.warnings = List.copyOf(warnings);
    this.failure = failure;
    this.present = present;
    this.failures = Map.copyOf(failures);
  }

  /**
   * The same report of a retrieval that found instances in the directory.
   *
   * @param count how many
   * @return a changed copy
   */
  public RetrieveReport withPresent(long count) {
    return new RetrieveReport(
        verdict,
        received,
        expected,
        bytes,
        missing,
        unidentified,
        warnings,
        failure,
        count,
        failures);
  }

  /**
   * The same report with what kept single instances from coming.
   *
   * @param causes the failures, by SOP Instance UID
   * @return a changed copy
   */
  public RetrieveReport withFailures(Map<String, DicomWebException> causes) {
    return new RetrieveReport(
        verdict,
        received,
        expected,
        bytes,
        missing,
        unidentified,
        warnings,
        failure,
        present,
        causes);
  }

  /**
   * Whether everything is there.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * How many instances were saved.
   *
   * @return the count, without those that were there before
   */
  public long received() {
    return received;
  }

  /**
   * How many instances that the server lists were there before, and so were not transferred again
   * ({@link InstancesRequest#resume}).
   *
   * @return the count; 0 if it was not asked to resume
   */
  public long present() {
    return present;
  }

  /**
   * How many instances there should be.
   *
   * @return the count, if the server could say
   */
  public OptionalLong expected() {
    return expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected);
  }

  /**
   * How many bytes were saved.
   *
   * @return the sum of the lengths of the files
   */
  public long bytes() {
    return bytes;
  }

  /**
   * The instances that the server lists and that are not there.
   *
   * @return SOP Instance UIDs
   */
  public List<String> missing() {
    return missing;
  }

  /**
   * The parts that are whole but in which no SOP Instance UID could be read. Their bytes are kept
   * in the directory {@code unidentified}.
   *
   * @return indexes of parts, from 0
   */
  public List<Integer> unidentified() {
    return unidentified;
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
   * What ended the transfer early.
   *
   * @return the failure, if there was one
   */
  public Optional<DicomWebException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * What kept a missing instance from coming: the failure of the transfer that should have brought
   * it, or else what ended everything.
   *
   * @param sopInstanceUid one of those that are {@link #missing}
   * @return the failure; empty if the server just did not send it
   */
  public Optional<DicomWebException> failureOf(String sopInstanceUid) {
    return Optional.ofNullable(failures.getOrDefault(sopInstanceUid, failure));
  }

  /**
   * Insists on completeness.
   *
   * @return this, if the verdict is {@link Verdict#COMPLETE} or {@link Verdict#UNKNOWN}
   * @throws RetrieveException if the verdict is {@link Verdict#INCOMPLETE}
   */
  public RetrieveReport orThrow() {
    if (verdict == Verdict.INCOMPLETE) {
      throw new RetrieveException(this);
    }
    return this;
  }

  /**
   * Verdict and counts.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return "RetrieveReport["
        + verdict
        + ", "
        + received
        + (expected < 0 ? "" : " of " + expected)
        + " instances, "
        + (present == 0 ? "" : present + " there before, ")
        + bytes
        + " bytes"
        + (missing.isEmpty() ? "" : ", " + missing.size() + " missing")
        + (unidentified.isEmpty() ? "" : ", " + unidentified.size() + " unidentified")
        + "]";
  }
}
