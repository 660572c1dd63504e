// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.dicom.Dataset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A retrieval of metadata: every attribute but bulk data, of a study, a series or an instance
 * (PS3.18 §10.4.1.1.2), that has not been sent. Immutable and thread-safe.
 *
 * <p>Relative references to bulk data are made absolute, by what the server's profile says they
 * refer to; absolute ones stay as the server wrote them.
 *
 * <p>From a server whose profile does not have {@link
 * io.github.dicomweb.profile.Feature#STUDY_METADATA} the metadata of a study comes series by
 * series, as the series search lists them.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface MetadataRequest {

  /**
   * Asks for the Native DICOM Model, in XML, and not for JSON. A server that sends JSON all the
   * same is read, and a warning tells.
   *
   * @return a changed copy
   */
  MetadataRequest asXml();

  /**
   * Asks for metadata only if it is another than the one that was received before (RFC 9110
   * §13.1.2). Such a request is sent by {@link #executeConditional}.
   *
   * @param etag the entity tag of what was received, as it was given
   * @return a changed copy
   * @throws IllegalArgumentException if no server can have given it
   */
  MetadataRequest ifNoneMatch(String etag);

  /**
   * Retrieves all metadata into memory: as much as the server sends.
   *
   * @return a dataset for each instance
   * @throws IllegalStateException after {@link #ifNoneMatch}
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   */
  List<Dataset> execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<List<Dataset>> executeAsync();

  /**
   * Retrieves all metadata into memory with its entity tag, or learns that what {@link
   * #ifNoneMatch} named is still what the server has.
   *
   * @return what the server answered
   * @throws UnsupportedOperationException if there is a condition and the metadata comes in several
   *     answers
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   */
  MetadataAnswer executeConditional();

  /**
   * As {@link #executeConditional}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<MetadataAnswer> executeConditionalAsync();

  /**
   * Sends the request and gives the datasets one at a time, as they arrive.
   *
   * @return live datasets, which the caller must close
   * @throws IllegalStateException after {@link #ifNoneMatch}
   */
  Parts<Dataset> open();

  /**
   * As {@link #open}, as a stream, which the caller must close.
   *
   * @return a sequential, ordered stream
   */
  Stream<Dataset> stream();
}
