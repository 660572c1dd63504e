// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.List;

/** Not authenticated (401) or not allowed (403). */
public sealed class AuthenticationException extends HttpStatusException
    permits InvalidTokenException, InsufficientScopeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Challenge> challenges;

  AuthenticationException(Response response, String hint) {
    super(response, hint);
    this.challenges = response.challenges();
  }

  static AuthenticationException fitting(Response response) {
    for (Challenge challenge : response.challenges()) {
      switch (challenge.error().orElse("")) {
        case "invalid_token" -> {
          return new InvalidTokenException(response);
        }
        case "insufficient_scope" -> {
          return new InsufficientScopeException(response, challenge);
        }
        default -> {
          // any other error says no more than the status
        }
      }
    }
    return new AuthenticationException(
        response,
        response.status() == 401
            ? "the credentials were not accepted"
            : "the credentials do not suffice");
  }

  /**
   * What the server wants, as it says in {@code WWW-Authenticate}.
   *
   * @return the challenges, in order; empty if it says nothing
   */
  public List<Challenge> challenges() {
    return challenges;
  }
}
