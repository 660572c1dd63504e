// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.probe;

import java.util.concurrent.CompletableFuture;

/**
 * A question for what a server says it can do (Retrieve Capabilities, PS3.18 §8.9), that has not
 * been sent. Few servers say much: {@link ProbeRequest} finds out what they do. Immutable and
 * thread-safe.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface CapabilitiesRequest {

  /**
   * Asks the server.
   *
   * @return what it says
   * @throws io.github.dicomweb.error.HttpStatusException if the server refuses
   * @throws io.github.dicomweb.error.MalformedResponseException if what it says is cut, or longer
   *     than 8 MiB
   * @throws io.github.dicomweb.error.TransportException if the server cannot be reached
   */
  Capabilities execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Capabilities> executeAsync();
}
