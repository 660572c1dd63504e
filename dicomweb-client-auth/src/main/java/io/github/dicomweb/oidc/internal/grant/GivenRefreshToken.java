// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer;
import io.github.dicomweb.oidc.internal.token.TokenSource;
import io.github.dicomweb.oidc.internal.token.Tokens;
import java.util.function.Supplier;

/**
 * A session that somebody else began.
 *
 * @param server whom to ask
 * @param given gives the refresh token to begin with
 */
public record GivenRefreshToken(AuthorizationServer server, Supplier<String> given)
    implements TokenSource {

  @Override
  public Tokens first() {
    return refresh(given.get());
  }

  @Override
  public Tokens refresh(String refreshToken) {
    Tokens next = Unattended.refreshed(server, refreshToken);
    return next.refresh() != null
        ? next
        : new Tokens(next.access(), next.obtained(), next.expires(), refreshToken);
  }

  @Override
  public boolean unattended() {
    return false;
  }

  /** Nothing of the token. */
  @Override
  public String toString() {
    return "GivenRefreshToken";
  }
}
