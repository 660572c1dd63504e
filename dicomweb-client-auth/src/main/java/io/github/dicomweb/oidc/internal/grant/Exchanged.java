// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer;
import io.github.dicomweb.oidc.internal.token.TokenSource;
import io.github.dicomweb.oidc.internal.token.Tokens;

/**
 * A token in exchange for another one (RFC 8693).
 *
 * @param server whom to ask
 * @param grant the token of a caller, and what it is exchanged for
 */
public record Exchanged(AuthorizationServer server, TokenExchangeGrant grant)
    implements TokenSource {

  @Override
  public Tokens first() {
    try {
      return server.grant(grant).tokens();
    } catch (CredentialsException e) {
      // §2.2.2: what the standard calls a subject token that is not valid
      if (e.code().filter("invalid_request"::equals).isEmpty()) {
        throw e;
      }
      throw new CredentialsException(
          "the caller's token was not accepted in exchange, error invalid_request",
          Reason.SIGN_IN_NEEDED,
          "invalid_request",
          e);
    }
  }

  @Override
  public Tokens refresh(String refreshToken) {
    // It would outlive the caller's own token.
    return first();
  }

  @Override
  public boolean unattended() {
    return true;
  }

  /** Nothing of tokens. */
  @Override
  public String toString() {
    return "Exchanged";
  }
}
