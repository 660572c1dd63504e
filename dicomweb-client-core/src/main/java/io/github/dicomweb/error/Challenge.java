// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server says it wants, from a {@code WWW-Authenticate} header (RFC 9110 §11.6.1).
 *
 * @param scheme the scheme as sent, such as {@code Bearer}
 * @param parameters the parameters, names in lower case; they hold the server's own words
 */
public record Challenge(String scheme, Map<String, String> parameters) {
  private static final Set<String> USUAL =
      Set.of("basic", "bearer", "digest", "dpop", "gnap", "mutual", "negotiate", "ntlm");

  /**
   * Copies what it is given.
   *
   * @param scheme the scheme as sent, such as {@code Bearer}
   * @param parameters the parameters, names in lower case; they hold the server's own words
   */
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
   * The scheme only, and only if it is a usual one: what a server says may hold anything.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return USUAL.contains(scheme.toLowerCase(Locale.ROOT)) ? scheme : "(another scheme)";
  }
}
