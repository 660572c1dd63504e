// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A deletion that has not been sent. It is sent once, to the configured server only, and never
 * again by itself. Immutable and thread-safe.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface DeleteRequest {

  /**
   * Sets how long is waited for a server that answers with an operation and deletes later; five
   * minutes otherwise. Such a server is asked after a second, and then less and less often.
   *
   * @param time the time; zero for not at all
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative
   */
  DeleteRequest waitAtMost(Duration time);

  /**
   * Deletes.
   *
   * @return what became of it
   * @throws UnsupportedOperationException if the server does not have {@code Feature.DELETE}
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it, or no longer
   * @throws io.github.dicomweb.error.AuthenticationException if the server does not let us; a body
   *     may say more: dcm4chee answers so for what was not rejected before
   * @throws io.github.dicomweb.error.HttpStatusException if the server refuses
   * @throws io.github.dicomweb.error.TransportException if the server cannot be reached, or the
   *     exchange broke off: {@code requestSent()} tells whether it may have deleted
   * @throws io.github.dicomweb.error.MalformedResponseException if an operation was to be answered
   *     and something else was
   */
  DeleteReport execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it ends the waiting, and not the deletion
   */
  CompletableFuture<DeleteReport> executeAsync();
}
