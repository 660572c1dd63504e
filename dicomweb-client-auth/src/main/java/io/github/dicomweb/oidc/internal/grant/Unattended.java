// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer;
import io.github.dicomweb.oidc.internal.token.TokenSource;
import io.github.dicomweb.oidc.internal.token.Tokens;
import java.util.function.Supplier;

/**
 * Grants that need nobody: client credentials, a password, the exchange of a token.
 *
 * @param server whom to ask
 * @param grant makes the grant, anew for each request
 */
public record Unattended(AuthorizationServer server, Supplier<AuthorizationGrant> grant)
    implements TokenSource {

  @Override
  public Tokens first() {
    return server.grant(grant.get()).tokens();
  }

  @Override
  public Tokens refresh(String refreshToken) {
    return refreshed(server, refreshToken);
  }

  @Override
  public boolean unattended() {
    return true;
  }

  static Tokens refreshed(AuthorizationServer server, String refreshToken) {
    return server.grant(new RefreshTokenGrant(new RefreshToken(refreshToken))).tokens();
  }

  /** Nothing of the grant. */
  @Override
  public String toString() {
    return "Unattended";
  }
}
