// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

import java.util.concurrent.CompletableFuture;

/**
 * A rejection that has not been sent. It is sent once, to the configured server only, and never
 * again by itself. Immutable and thread-safe.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface RejectRequest {

  /**
   * Rejects. What is rejected is no longer found nor retrieved, and may be deleted.
   *
   * @return how much was rejected
   * @throws UnsupportedOperationException if the server does not have {@code Feature.REJECT}
   * @throws io.github.dicomweb.error.NotFoundException if there is nothing to reject, or the server
   *     does not know the reason
   * @throws io.github.dicomweb.error.AuthenticationException if the server does not let us
   * @throws io.github.dicomweb.error.HttpStatusException if the server refuses
   * @throws io.github.dicomweb.error.TransportException if the server cannot be reached, or the
   *     exchange broke off: {@code requestSent()} tells whether it may have rejected
   */
  RejectReport execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<RejectReport> executeAsync();
}
