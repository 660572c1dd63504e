// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.endpoint;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.ReadOnlyAuthorizationServerEndpointMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import io.github.dicomweb.oidc.internal.token.Tokens;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end points of the authorization server. Thread-safe. */
public final class AuthorizationServer {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationServer.class);
  private static final String TOKEN_REQUEST = "the request for a token";

  private final Settings settings;
  private final Exchange exchange;
  private final Provider provider;

  /**
   * Creates it; nothing is asked yet.
   *
   * @param settings what the builder collected
   */
  public AuthorizationServer(Settings settings) {
    this.settings = settings;
    this.exchange = new Exchange(settings);
    this.provider = new Provider(settings, exchange);
  }

  /** What the builder collected. */
  public Settings settings() {
    return settings;
  }

  /**
   * What a token request gave.
   *
   * @param tokens the tokens
   * @param idToken the ID token, unchecked, or null
   */
  public record Granted(Tokens tokens, @Nullable JWT idToken) {
    /** Neither token. */
    @Override
    public String toString() {
      return "Granted";
    }
  }

  /** Where people sign in. */
  public URI authorizationEndpoint() {
    return provider.endpoint(
        "authorization end point",
        ReadOnlyAuthorizationServerEndpointMetadata::getAuthorizationEndpointURI);
  }

  /** Whether it says who it is when it sends people back (RFC 9207). */
  public boolean namesItself() {
    return provider.metadata().supportsAuthorizationResponseIssuerParam();
  }

  /**
   * Asks for tokens.
   *
   * @param grant what for
   * @return the tokens
   */
  public Granted grant(AuthorizationGrant grant) {
    HTTPResponse response = tokenRequest(grant);
    TokenResponse parsed = parse(response);
    if (parsed instanceof TokenErrorResponse error) {
      throw Failures.refused(TOKEN_REQUEST, error.getErrorObject(), response.getStatusCode());
    }
    return granted(parsed);
  }

  /**
   * Asks whether a person has agreed by now.
   *
   * @param grant the device code
   * @return the tokens, or an error of which some only mean "not yet"
   */
  public Polled poll(AuthorizationGrant grant) {
    HTTPResponse response = tokenRequest(grant);
    TokenResponse parsed = parse(response);
    if (!(parsed instanceof TokenErrorResponse error)) {
      return new Polled(granted(parsed), null);
    }
    String code = Failures.code(error.getErrorObject());
    if ("authorization_pending".equals(code) || "slow_down".equals(code)) {
      return new Polled(null, code);
    }
    throw Failures.refused(TOKEN_REQUEST, error.getErrorObject(), response.getStatusCode());
  }

  /**
   * What a poll gave.
   *
   * @param granted the tokens, or null
   * @param notYet why there are none yet, or null
   */
  public record Polled(@Nullable Granted granted, @Nullable String notYet) {}

  private HTTPResponse tokenRequest(AuthorizationGrant grant) {
    URI endpoint =
        provider.endpoint(
            "token end point", ReadOnlyAuthorizationServerEndpointMetadata::getTokenEndpointURI);
    return exchange.send(
        TOKEN_REQUEST,
        () -> {
          ClientAuthentication who = authentication();
          TokenRequest.Builder request =
              who == null
                  ? new TokenRequest.Builder(endpoint, settings.client(), grant)
                  : new TokenRequest.Builder(endpoint, who, grant);
          if (!settings.scope().isEmpty()) {
            request.scope(settings.scope());
          }
          settings.parameters().forEach(request::customParameter);
          return request.build().toHTTPRequest();
        });
  }

  private @Nullable ClientAuthentication authentication() {
    return settings.authenticator().authenticate(settings.client(), settings.issuer());
  }

  private static TokenResponse parse(HTTPResponse response) {
    try {
      return OIDCTokenResponseParser.parse(response);
    } catch (ParseException e) {
      if (response.getStatusCode() != 200) {
        throw Failures.refused(TOKEN_REQUEST, null, response.getStatusCode());
      }
      throw Failures.malformed(TOKEN_REQUEST, "the answer holds no token that can be used");
    }
  }

  private Granted granted(TokenResponse response) {
    AccessToken access = response.toSuccessResponse().getTokens().getAccessToken();
    if (!AccessTokenType.BEARER.equals(access.getType())) {
      throw Failures.malformed(TOKEN_REQUEST, "the token is no bearer token");
    }
    String value = access.getValue();
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw Failures.malformed(TOKEN_REQUEST, "the token holds a character that cannot be sent");
    }
    // From when the answer came, not from when it was asked for: the skew covers the way.
    Instant now = settings.clock().instant();
    Instant expires = access.getLifetime() > 0 ? now.plusSeconds(access.getLifetime()) : null;
    Token refresh = response.toSuccessResponse().getTokens().getRefreshToken();
    LOG.debug("a token was obtained, {} s long", access.getLifetime());
    return new Granted(
        new Tokens(value, now, expires, refresh == null ? null : refresh.getValue()),
        response instanceof OIDCTokenResponse oidc ? oidc.getOIDCTokens().getIDToken() : null);
  }

  /** Asks for a code that a person enters elsewhere (RFC 8628). */
  public DeviceAuthorizationSuccessResponse deviceCode() {
    String what = "the request for a device code";
    URI endpoint =
        provider.endpoint(
            "device authorization end point",
            ReadOnlyAuthorizationServerEndpointMetadata::getDeviceAuthorizationEndpointURI);
    HTTPResponse response = exchange.send(what, () -> deviceRequest(endpoint));
    try {
      DeviceAuthorizationResponse parsed = DeviceAuthorizationResponse.parse(response);
      if (parsed instanceof DeviceAuthorizationSuccessResponse success) {
        return success;
      }
      ErrorObject error = parsed.toErrorResponse().getErrorObject();
      throw Failures.refused(what, error, response.getStatusCode());
    } catch (ParseException e) {
      if (response.getStatusCode() != 200) {
        throw Failures.refused(what, null, response.getStatusCode());
      }
      throw Failures.malformed(what, "the answer holds no device code");
    }
  }

  private HTTPRequest deviceRequest(URI endpoint) {
    ClientAuthentication who = authentication();
    DeviceAuthorizationRequest.Builder request =
        who == null
            ? new DeviceAuthorizationRequest.Builder(settings.client())
            : new DeviceAuthorizationRequest.Builder(who);
    if (!settings.scope().isEmpty()) {
      request.scope(settings.scope());
    }
    settings.parameters().forEach(request::customParameter);
    return request.endpointURI(endpoint).build().toHTTPRequest();
  }

  /**
   * Ends a token before its time (RFC 7009).
   *
   * @param token the token
   */
  public void revoke(Token token) {
    String what = "the revocation of a token";
    URI endpoint =
        provider.endpoint(
            "revocation end point",
            ReadOnlyAuthorizationServerEndpointMetadata::getRevocationEndpointURI);
    Supplier<HTTPRequest> request =
        () -> {
          ClientAuthentication who = authentication();
          return (who == null
                  ? new TokenRevocationRequest(endpoint, settings.client(), token)
                  : new TokenRevocationRequest(endpoint, who, token))
              .toHTTPRequest();
        };
    HTTPResponse response = exchange.send(what, request);
    if (response.getStatusCode() != 200) {
      ErrorObject error = Objects.requireNonNull(ErrorObject.parse(response));
      throw Failures.refused(what, error, response.getStatusCode());
    }
  }
}
