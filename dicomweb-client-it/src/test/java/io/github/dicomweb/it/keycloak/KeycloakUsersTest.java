// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the realm gives to users who sign in, in each of the ways they can. */
@KeycloakTest
class KeycloakUsersTest {
  private HttpServer waiting;
  private URI redirect;

  /** The program that waits for the browser to come back. */
  @BeforeEach
  void wait_forTheBrowser() throws IOException {
    waiting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    waiting.createContext(
        "/back",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    waiting.start();
    redirect = URI.create("http://127.0.0.1:" + waiting.getAddress().getPort() + "/back");
  }

  @AfterEach
  void stop_waiting() {
    waiting.stop(0);
  }

  @Test
  void signIn_byCodeWithPkce_givesTokensOfTheUser(Keycloak keycloak) throws Exception {
    CodeVerifier verifier = new CodeVerifier();
    State state = new State();

    LoginPages.Landing landing = signIn(keycloak, Hospital.WRITER1, verifier, state);
    assertThat(landing.status()).isEqualTo(200);
    AuthorizationResponse back = AuthorizationResponse.parse(landing.url());
    assertThat(back.indicatesSuccess()).isTrue();
    assertThat(back.getState()).isEqualTo(state);
    assertThat(back.getIssuer()).hasToString(keycloak.issuer().toString());

    JWTClaimsSet claims =
        RawTokens.claims(
            RawTokens.of(keycloak)
                .accessToken(
                    codeRequest(
                        keycloak, back.toSuccessResponse().getAuthorizationCode(), verifier)));
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo(Hospital.WRITER1);
    assertThat(claims.getAudience()).containsExactly(Hospital.AUDIENCE);
  }

  @Test
  void signIn_byCodeWithAnotherVerifier_isRefused(Keycloak keycloak) throws Exception {
    LoginPages.Landing landing =
        signIn(keycloak, Hospital.READER1, new CodeVerifier(), new State());
    AuthorizationCode code =
        AuthorizationResponse.parse(landing.url()).toSuccessResponse().getAuthorizationCode();

    TokenResponse answer =
        RawTokens.of(keycloak).send(codeRequest(keycloak, code, new CodeVerifier()));

    assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
  }

  @Test
  void signIn_withAWrongPassword_isNotLetIn(Keycloak keycloak) {
    URI authorization = authorization(keycloak, new CodeVerifier(), new State()).toURI();

    assertThatIOException()
        .isThrownBy(() -> LoginPages.of(keycloak).signIn(authorization, Hospital.READER1, "not-it"))
        .withMessageContaining("does not let reader1 in");
  }

  private LoginPages.Landing signIn(
      Keycloak keycloak, String user, CodeVerifier verifier, State state) throws IOException {
    return LoginPages.of(keycloak)
        .signIn(authorization(keycloak, verifier, state).toURI(), user, Hospital.password(user));
  }

  private AuthorizationRequest authorization(
      Keycloak keycloak, CodeVerifier verifier, State state) {
    return new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(Hospital.VIEWER))
        .endpointURI(keycloak.endpoint("auth"))
        .redirectionURI(redirect)
        .scope(new Scope("openid"))
        .state(state)
        .codeChallenge(verifier, CodeChallengeMethod.S256)
        .build();
  }

  private TokenRequest codeRequest(
      Keycloak keycloak, AuthorizationCode code, CodeVerifier verifier) {
    return new TokenRequest.Builder(
            keycloak.endpoint("token"),
            new ClientID(Hospital.VIEWER),
            new AuthorizationCodeGrant(code, redirect, verifier))
        .build();
  }

  @Test
  void device_approved_givesTokensOfTheUser(Keycloak keycloak) throws Exception {
    DeviceAuthorizationSuccessResponse device = device(keycloak);
    RawTokens raw = RawTokens.of(keycloak);
    assertThat(
            raw.send(deviceRequest(keycloak, device)).toErrorResponse().getErrorObject().getCode())
        .isEqualTo("authorization_pending");

    LoginPages.of(keycloak)
        .approveDevice(
            device.getVerificationURIComplete(),
            Hospital.READER1,
            Hospital.password(Hospital.READER1));

    AtomicReference<TokenResponse> last = new AtomicReference<>();
    Awaitility.await("the token of the device")
        .pollInterval(Duration.ofMillis(1100))
        .untilAsserted(
            () -> {
              last.set(raw.send(deviceRequest(keycloak, device)));
              assertThat(last.get().indicatesSuccess()).isTrue();
            });
    assertThat(
            RawTokens.claims(last.get().toSuccessResponse().getTokens().getAccessToken().getValue())
                .getStringClaim("preferred_username"))
        .isEqualTo(Hospital.READER1);
  }

  @Test
  void device_refused_givesNoTokens(Keycloak keycloak) throws Exception {
    DeviceAuthorizationSuccessResponse device = device(keycloak);

    LoginPages.of(keycloak)
        .refuseDevice(
            device.getVerificationURIComplete(),
            Hospital.READER1,
            Hospital.password(Hospital.READER1));

    TokenResponse answer = RawTokens.of(keycloak).send(deviceRequest(keycloak, device));
    assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo("access_denied");
  }

  private static DeviceAuthorizationSuccessResponse device(Keycloak keycloak)
      throws IOException, ParseException {
    DeviceAuthorizationRequest request =
        new DeviceAuthorizationRequest.Builder(new ClientID(Hospital.TERMINAL))
            .endpointURI(keycloak.endpoint("auth/device"))
            .scope(new Scope("openid"))
            .build();
    return DeviceAuthorizationResponse.parse(RawTokens.of(keycloak).send(request.toHTTPRequest()))
        .toSuccessResponse();
  }

  private static TokenRequest deviceRequest(
      Keycloak keycloak, DeviceAuthorizationSuccessResponse device) {
    return new TokenRequest.Builder(
            keycloak.endpoint("token"),
            new ClientID(Hospital.TERMINAL),
            new DeviceCodeGrant(device.getDeviceCode()))
        .build();
  }

  @Test
  void exchange_ofAUsersToken_givesOneForTheArchiveWithTheUsersRoles(Keycloak keycloak)
      throws Exception {
    RawTokens raw = RawTokens.of(keycloak);
    String token = raw.ofUser(Hospital.PORTAL, Hospital.READER1);
    assertThat(RawTokens.claims(token).getAudience()).containsExactly(Hospital.PLATFORM);

    JWTClaimsSet claims = RawTokens.claims(raw.accessToken(exchange(keycloak, token)));

    assertThat(claims.getAudience()).containsExactly(Hospital.AUDIENCE);
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo(Hospital.READER1);
    assertThat(claims.getJSONObjectClaim("realm_access"))
        .containsEntry("roles", List.of(Hospital.READ));
  }

  @Test
  void exchange_ofATokenThatIsNotForThePlatform_isRefused(Keycloak keycloak) throws Exception {
    RawTokens raw = RawTokens.of(keycloak);
    String token = raw.ofUser(Hospital.LEGACY, Hospital.READER1);

    assertThat(raw.send(exchange(keycloak, token)).indicatesSuccess()).isFalse();
  }

  private static TokenRequest exchange(Keycloak keycloak, String token) {
    return new TokenRequest.Builder(
            keycloak.endpoint("token"),
            RawTokens.basic(Hospital.PLATFORM),
            new TokenExchangeGrant(
                new BearerAccessToken(token),
                TokenTypeURI.ACCESS_TOKEN,
                null,
                null,
                TokenTypeURI.ACCESS_TOKEN,
                List.of(new Audience(Hospital.AUDIENCE))))
        .build();
  }
}
