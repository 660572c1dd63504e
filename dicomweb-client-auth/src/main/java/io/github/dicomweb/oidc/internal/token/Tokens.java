// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the token end point gave.
 *
 * @param access the access token
 * @param obtained when it was asked for
 * @param expires when it ends, or null if nobody said
 * @param refresh the refresh token, or null
 */
public record Tokens(
    String access, Instant obtained, @Nullable Instant expires, @Nullable String refresh) {

  /**
   * Whether it should be renewed while it still serves: its last quarter has begun.
   *
   * @param now the time
   * @return true if so
   */
  boolean due(Instant now) {
    return expires != null && !now.isBefore(expires.minus(lifetime().dividedBy(4)));
  }

  /**
   * Whether it is not to be used any more.
   *
   * @param now the time
   * @param skew how far the clocks may differ; of a short life a tenth is enough
   * @return true if so
   */
  boolean stale(Instant now, Duration skew) {
    if (expires == null) {
      return false;
    }
    Duration tenth = lifetime().dividedBy(10);
    return !now.isBefore(expires.minus(skew.compareTo(tenth) < 0 ? skew : tenth));
  }

  private Duration lifetime() {
    return expires == null ? Duration.ZERO : Duration.between(obtained, expires);
  }

  /** Neither token. */
  @Override
  public String toString() {
    return "Tokens, expires " + expires + (refresh == null ? "" : ", with a refresh token");
  }
}
