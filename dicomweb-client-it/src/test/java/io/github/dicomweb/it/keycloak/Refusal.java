// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.util.Locale;

/** Why the proxy lets a request not through, and how it says so (RFC 6750 §3). */
enum Refusal {
  /** Who does not even try is told no error. */
  NO_TOKEN(401, ""),
  MALFORMED(401, "The token is not one of ours"),
  SIGNATURE(401, "The signature of the token is wrong"),
  ISSUER(401, "The token is from another issuer"),
  AUDIENCE(401, "The token is for another audience"),
  EXPIRED(401, "The token has expired"),
  INACTIVE(401, "The token is not active"),
  CERTIFICATE(401, "The token is bound to another certificate"),
  ROLE(403, "The role is missing");

  private final int status;
  private final String description;

  Refusal(int status, String description) {
    this.status = status;
    this.description = description;
  }

  int status() {
    return status;
  }

  /**
   * The value of {@code WWW-Authenticate}.
   *
   * @param role what the request would have needed
   */
  String challenge(String role) {
    String realm = String.format(Locale.ROOT, "Bearer realm=\"%s\"", Hospital.REALM);
    return switch (this) {
      case NO_TOKEN -> realm;
      case ROLE ->
          realm + ", error=\"insufficient_scope\"" + describing() + ", scope=\"" + role + '"';
      default -> realm + ", error=\"invalid_token\"" + describing();
    };
  }

  private String describing() {
    return ", error_description=\"" + description + '"';
  }
}
