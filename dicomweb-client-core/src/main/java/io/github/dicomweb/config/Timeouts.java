// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.config;

import java.time.Duration;

/**
 * How long each phase of an exchange may take. {@link Duration#ZERO} means no limit. Immutable;
 * each {@code with} method gives a changed copy.
 *
 * @param connect name resolution excluded: TCP and TLS, each
 * @param firstByte from the last byte of the request to the first byte of the answer; archives that
 *     assemble a study first need minutes
 * @param stall between two bytes, of the answer as of the request: the guard that lets a transfer
 *     of hours live as long as it moves
 * @param call the whole exchange, redirections and retries included
 */
public record Timeouts(Duration connect, Duration firstByte, Duration stall, Duration call) {

  private static final Timeouts DEFAULTS =
      new Timeouts(
          Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ZERO);

  /**
   * Refuses negative durations.
   *
   * @param connect name resolution excluded: TCP and TLS, each
   * @param firstByte from the last byte of the request to the first byte of the answer; archives
   *     that assemble a study first need minutes
   * @param stall between two bytes, of the answer as of the request: the guard that lets a transfer
   *     of hours live as long as it moves
   * @param call the whole exchange, redirections and retries included
   */
  public Timeouts {
    if (connect.isNegative() || firstByte.isNegative() || stall.isNegative() || call.isNegative()) {
      throw new IllegalArgumentException("a timeout must not be negative");
    }
  }

  /**
   * The timeouts used when none are given: 10 s to connect, 2 min to the first byte, 1 min between
   * bytes, no limit for the whole call.
   *
   * @return the defaults
   */
  public static Timeouts defaults() {
    return DEFAULTS;
  }

  /**
   * Changes {@link #connect()}.
   *
   * @param value the new timeout
   * @return a changed copy
   */
  public Timeouts withConnect(Duration value) {
    return new Timeouts(value, firstByte, stall, call);
  }

  /**
   * Changes {@link #firstByte()}.
   *
   * @param value the new timeout
   * @return a changed copy
   */
  public Timeouts withFirstByte(Duration value) {
    return new Timeouts(connect, value, stall, call);
  }

  /**
   * Changes {@link #stall()}.
   *
   * @param value the new timeout
   * @return a changed copy
   */
  public Timeouts withStall(Duration value) {
    return new Timeouts(connect, firstByte, value, call);
  }

  /**
   * Changes {@link #call()}.
   *
   * @param value the new timeout
   * @return a changed copy
   */
  public Timeouts withCall(Duration value) {
    return new Timeouts(connect, firstByte, stall, value);
  }
}
