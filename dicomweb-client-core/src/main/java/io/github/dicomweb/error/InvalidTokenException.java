// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

/**
 * The server refused the token: expired, revoked, made for somebody else (RFC 6750 §3.1, {@code
 * invalid_token}). If the credentials had a better one, the request was already sent again with it.
 */
public final class InvalidTokenException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  InvalidTokenException(Response response) {
    super(response, "the token was not accepted: expired, revoked, or meant for another audience");
  }
}
