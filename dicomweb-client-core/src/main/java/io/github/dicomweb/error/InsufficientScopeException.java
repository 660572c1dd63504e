// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.List;
import java.util.stream.Stream;

/**
 * The token is valid and does not allow this (RFC 6750 §3.1, {@code insufficient_scope}): a new
 * token of the same kind will not help, more rights will.
 */
public final class InsufficientScopeException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> requiredScopes;

  InsufficientScopeException(Response response, Challenge challenge) {
    super(response, "the token does not allow this; it needs more rights");
    this.requiredScopes =
        Stream.of(challenge.scope().orElse("").split(" "))
            .filter(scope -> !scope.isEmpty())
            .toList();
  }

  /**
   * The scopes that the server says would suffice.
   *
   * @return the scopes; empty if it does not say
   */
  public List<String> requiredScopes() {
    return requiredScopes;
  }
}
