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
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface MetadataRequest {

  /**
   * Retrieves all metadata into memory: as much as the server sends.
   *
   * @return a dataset for each instance
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
   * Sends the request and gives the datasets one at a time, as they arrive.
   *
   * @return live datasets, which the caller must close
   */
  Parts<Dataset> open();

  /**
   * As {@link #open}, as a stream, which the caller must close.
   *
   * @return a sequential, ordered stream
   */
  Stream<Dataset> stream();
}
