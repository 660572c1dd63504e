// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Metadata in memory, with what a cache needs to know of it. Immutable.
 *
 * @see MetadataRequest#executeConditional
 */
public final class MetadataAnswer {

  /** What the server answered. */
  public enum State {
    /** Metadata. */
    RECEIVED,
    /** Metadata of which the server says that it is not all (status 206). */
    PARTIAL,
    /** What the caller has is still what the server has (status 304); nothing was sent again. */
    NOT_MODIFIED
  }

  private final State state;
  private final List<Dataset> datasets;
  private final @Nullable String etag;
  private final List<Warning> warnings;

  /**
   * Creates an answer.
   *
   * @param state what the server answered
   * @param datasets a dataset for each instance
   * @param etag the entity tag, or null
   * @param warnings what the server warned of and what was tolerated
   */
  public MetadataAnswer(
      State state, List<Dataset> datasets, @Nullable String etag, List<Warning> warnings) {
    this.state = state;
    this.datasets = List.copyOf(datasets);
    this.etag = etag;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * What the server answered.
   *
   * @return the state
   */
  public State state() {
    return state;
  }

  /**
   * The metadata.
   *
   * @return a dataset for each instance; none if the state is {@link State#NOT_MODIFIED}
   */
  public List<Dataset> datasets() {
    return datasets;
  }

  /**
   * The entity tag of this state of the metadata, for {@link MetadataRequest#ifNoneMatch}.
   *
   * @return the tag as the server wrote it, if it gave one
   */
  public Optional<String> etag() {
    return Optional.ofNullable(etag);
  }

  /**
   * What the server warned of and what was tolerated.
   *
   * @return the warnings
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /** State and count only. */
  @Override
  public String toString() {
    return "MetadataAnswer[" + state + ", " + datasets.size() + " datasets]";
  }
}
