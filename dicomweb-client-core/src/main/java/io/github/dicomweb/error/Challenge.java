// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.Map;
import java.util.Optional;

/**
 * What a server says it wants, from a {@code WWW-Authenticate} header (RFC 9110 §11.6.1).
 *
 * @param scheme the scheme as sent, such as {@code Bearer}
 * @param parameters the parameters, names in lower case; they hold the server's own words
 */
public record Challenge(String scheme, Map<String, String> parameters) {
  /** Copies what it is given. */
  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Why a token was refused (RFC 6750 §3.1).
   *
   * @return such as {@code invalid_token} or {@code insufficient_scope}, if the server said
   */
  public Optional<String> error() {
    return scheme.equalsIgnoreCase("Bearer")
        ? Optional.ofNullable(parameters.get("error"))
        : Optional.empty();
  }

  /**
   * The scopes that would suffice.
   *
   * @return them, separated by spaces, if the server said
   */
  public Optional<String> scope() {
    return Optional.ofNullable(parameters.get("scope"));
  }

  /**
   * The scheme only: what a server says may hold anything.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return scheme.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c))
            && scheme.length() < 32
        ? scheme
        : "(a scheme of no usual name)";
  }
}
