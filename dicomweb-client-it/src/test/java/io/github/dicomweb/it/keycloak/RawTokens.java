// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import javax.net.ssl.SSLSocketFactory;

/** Tokens got without the library that is tested. */
final class RawTokens {
  private final Keycloak keycloak;
  private final SSLSocketFactory sockets;

  private RawTokens(Keycloak keycloak, SSLSocketFactory sockets) {
    this.keycloak = keycloak;
    this.sockets = sockets;
  }

  static RawTokens of(Keycloak keycloak) {
    return new RawTokens(keycloak, keycloak.authority().trust().sslSocketFactory());
  }

  /** With another way to connect, as one that shows a certificate. */
  RawTokens over(SSLSocketFactory value) {
    return new RawTokens(keycloak, value);
  }

  /** An access token for a program that has a secret. */
  String ofClient(String client) throws IOException {
    return accessToken(request(basic(client), new ClientCredentialsGrant()));
  }

  /** An access token for a user, by password. */
  String ofUser(String client, String user) throws IOException {
    return accessToken(
        new TokenRequest.Builder(
                keycloak.endpoint("token"),
                new ClientID(client),
                new ResourceOwnerPasswordCredentialsGrant(
                    user, new Secret(Hospital.password(user))))
            .scope(new Scope("openid"))
            .build());
  }

  /** A refresh token for a user, by password. */
  String refreshTokenOfUser(String client, String user) throws IOException {
    TokenResponse answer =
        send(
            new TokenRequest.Builder(
                    keycloak.endpoint("token"),
                    new ClientID(client),
                    new ResourceOwnerPasswordCredentialsGrant(
                        user, new Secret(Hospital.password(user))))
                .build());
    return answer.toSuccessResponse().getTokens().getRefreshToken().getValue();
  }

  TokenRequest request(ClientAuthentication authentication, AuthorizationGrant grant) {
    return new TokenRequest.Builder(keycloak.endpoint("token"), authentication, grant).build();
  }

  static ClientAuthentication basic(String client) {
    return new ClientSecretBasic(new ClientID(client), new Secret(Hospital.secret(client)));
  }

  String accessToken(TokenRequest request) throws IOException {
    TokenResponse answer = send(request);
    if (!answer.indicatesSuccess()) {
      throw new IOException("no token: " + answer.toErrorResponse().getErrorObject());
    }
    return answer.toSuccessResponse().getTokens().getAccessToken().getValue();
  }

  /** What a token says. */
  static JWTClaimsSet claims(String token) throws java.text.ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  TokenResponse send(TokenRequest request) throws IOException {
    try {
      return TokenResponse.parse(send(request.toHTTPRequest()));
    } catch (ParseException e) {
      throw new IOException("no answer of a token end point", e);
    }
  }

  HTTPResponse send(HTTPRequest request) throws IOException {
    request.setSSLSocketFactory(sockets);
    return request.send();
  }
}
