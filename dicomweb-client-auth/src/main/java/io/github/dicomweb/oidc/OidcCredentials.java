// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.oidc.internal.token.TokenKeeper;
import io.github.dicomweb.oidc.internal.token.Tokens;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Bearer tokens (RFC 6750) of one session, renewed before they end. Made by {@link Oidc}.
 *
 * <p>Thread-safe: share it between all clients of the same servers. However many threads need a
 * token, it is asked for once. Whoever made it closes it; clients do not.
 *
 * <p>Where a token is needed and none can be had, requests fail with {@link
 * io.github.dicomweb.error.CredentialsException}, and nothing is sent.
 */
public final class OidcCredentials implements Credentials, AutoCloseable {
  private final TokenKeeper keeper;
  private final Backstage backstage;
  private final boolean revokeOnClose;

  OidcCredentials(TokenKeeper keeper, Backstage backstage, boolean revokeOnClose) {
    this.keeper = keeper;
    this.backstage = backstage;
    this.revokeOnClose = revokeOnClose;
  }

  @Override
  public Map<String, String> headers(Target target) {
    return Bearer.headers(keeper.accessToken());
  }

  @Override
  public boolean renew(Refusal refusal) {
    return keeper.renew(Bearer.token(refusal.headers()));
  }

  /**
   * A token that is valid now, for other uses than this library.
   *
   * @return the access token
   * @throws io.github.dicomweb.error.CredentialsException if none can be had
   */
  public String accessToken() {
    return keeper.accessToken();
  }

  /**
   * Begins a new session now, and waits until it is there; a person signs in where the grant wants
   * it. Without this call the first request does so; a session that was lost is never begun again
   * without it if a person is needed.
   *
   * @throws io.github.dicomweb.error.CredentialsException if it cannot be had
   */
  public void signIn() {
    keeper.signIn();
  }

  /**
   * Ends the session: revokes its tokens at the server (RFC 7009) and forgets them, in the token
   * store too. They are forgotten even if the server could not be told.
   *
   * @throws io.github.dicomweb.error.CredentialsException if the server did not revoke them
   */
  public void signOut() {
    Tokens tokens = keeper.known();
    try {
      keeper.forget();
    } finally {
      if (tokens != null) {
        backstage.server().revoke(tokenOf(tokens));
      }
    }
  }

  /** The one whose end is the end of the session, if there is one. */
  private static Token tokenOf(Tokens tokens) {
    return tokens.refresh() != null
        ? new RefreshToken(tokens.refresh())
        : new BearerAccessToken(tokens.access());
  }

  /**
   * When the token there is now ends; it will be renewed before.
   *
   * @return the end, if there is a token and its end is known
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(keeper.current()).map(Tokens::expires);
  }

  /**
   * Gives no more tokens, and tells those who wait for one. Revokes the session if that was asked
   * for ({@link Oidc#revokeOnClose}).
   *
   * @throws io.github.dicomweb.error.CredentialsException if it was to be revoked and was not
   */
  @Override
  public void close() {
    try {
      if (revokeOnClose) {
        signOut();
      }
    } finally {
      keeper.close();
      backstage.close();
    }
  }

  /** Nothing of tokens. */
  @Override
  public String toString() {
    return "OpenID Connect credentials";
  }
}
