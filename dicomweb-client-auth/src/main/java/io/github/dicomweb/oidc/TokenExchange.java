// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.oidc.internal.endpoint.Settings;
import io.github.dicomweb.oidc.internal.grant.Exchanged;
import io.github.dicomweb.oidc.internal.token.TokenKeeper;
import io.github.dicomweb.oidc.internal.token.Vault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A back end that acts for its callers: exchanges the token that a caller came with for one that
 * the archive accepts (RFC 8693). Made by {@link Oidc#tokenExchange}.
 *
 * <p>Thread-safe. Each caller's token is exchanged once, and again before what it was exchanged for
 * ends; the last thousand are remembered. Closed by whoever made it.
 */
public final class TokenExchange implements AutoCloseable {
  static final int REMEMBERED = 1000;

  private final Backstage backstage;
  private final List<Audience> audience;
  private final int remembered;
  // Guarded by itself.
  private final Map<String, TokenKeeper> keepers = new LinkedHashMap<>(16, 0.75f, true);

  TokenExchange(Backstage backstage, List<Audience> audience, int remembered) {
    this.backstage = backstage;
    this.audience = audience;
    this.remembered = remembered;
  }

  /**
   * Credentials of one caller.
   *
   * @param callerToken the access token that the caller sent
   * @return the credentials, for {@code DicomWebClient.withCredentials}
   */
  public Credentials onBehalfOf(String callerToken) {
    Objects.requireNonNull(callerToken, "callerToken");
    return onBehalfOf(() -> callerToken);
  }

  /**
   * Credentials of whoever the caller is at the moment of a request.
   *
   * @param callerToken gives the access token of the caller, from the security context of the
   *     application for instance. It is asked on the thread that sends the request: of asynchronous
   *     calls that is not the thread that made them, so they want {@link #onBehalfOf(String)}
   * @return the credentials
   */
  public Credentials onBehalfOf(Supplier<String> callerToken) {
    return new OfCaller(Objects.requireNonNull(callerToken, "callerToken"));
  }

  private TokenKeeper keeper(String callerToken) {
    synchronized (keepers) {
      TokenKeeper keeper = keepers.computeIfAbsent(callerToken, this::exchanged);
      if (keepers.size() > remembered) {
        // the one that was not wanted for longest
        var oldest = keepers.keySet().iterator();
        oldest.next();
        oldest.remove();
      }
      return keeper;
    }
  }

  private TokenKeeper exchanged(String callerToken) {
    Settings settings = backstage.server().settings();
    TokenExchangeGrant grant =
        new TokenExchangeGrant(
            new BearerAccessToken(callerToken),
            TokenTypeURI.ACCESS_TOKEN,
            null,
            null,
            TokenTypeURI.ACCESS_TOKEN,
            audience);
    return new TokenKeeper(
        new Exchanged(backstage.server(), grant),
        Vault.NONE,
        backstage.executor(),
        settings.clock(),
        settings.skew());
  }

  /** Exchanges no more. */
  @Override
  public void close() {
    synchronized (keepers) {
      keepers.values().forEach(TokenKeeper::close);
      keepers.clear();
    }
    backstage.close();
  }

  /** Nothing of tokens. */
  @Override
  public String toString() {
    return "TokenExchange";
  }

  private final class OfCaller implements Credentials {
    private final Supplier<String> callerToken;

    OfCaller(Supplier<String> callerToken) {
      this.callerToken = callerToken;
    }

    private TokenKeeper keeper() {
      return TokenExchange.this.keeper(
          Objects.requireNonNull(callerToken.get(), "there is no caller's token"));
    }

    @Override
    public Map<String, String> headers(Target target) {
      return Bearer.headers(keeper().accessToken());
    }

    @Override
    public boolean renew(Refusal refusal) {
      return keeper().renew(Bearer.token(refusal.headers()));
    }

    @Override
    public String toString() {
      return "exchanged credentials";
    }
  }
}
