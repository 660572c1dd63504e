// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.probe;

import java.util.concurrent.CompletableFuture;

/**
 * A series of small requests that finds out what a server does where servers differ. At most
 * {@value #REQUESTS} are sent, redirections aside, all of them GET or OPTIONS: searches for one
 * result, or for a few series, and when something is there the metadata of one instance, one frame,
 * one bulk data object and so on, of which no more is read than the beginning. Immutable and
 * thread-safe.
 *
 * <p>Nothing else in this library needs a server to be probed.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface ProbeRequest {
  /** The most requests that are sent. */
  int REQUESTS = 24;

  /**
   * Probes the server. What a single request comes to is a finding, whatever it is.
   *
   * @return what was found
   * @throws io.github.dicomweb.error.AuthenticationException if the server refuses the first search
   * @throws io.github.dicomweb.error.TransportException if the server cannot be reached
   */
  ProbeReport execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it cancels the requests
   */
  CompletableFuture<ProbeReport> executeAsync();
}
