// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An authorization server that says no, is down, or is not the one. */
class LoginFailuresTest {
  @RegisterExtension final LoginServer login = new LoginServer();

  private static CredentialsException failure(Oidc oidc) {
    try (OidcCredentials credentials = oidc.clientCredentials()) {
      CredentialsException failure =
          catchThrowableOfType(CredentialsException.class, credentials::accessToken);
      assertThat(failure).isNotNull();
      return failure;
    }
  }

  private static UnaryOperator<Map<String, String>> with(String name, String value) {
    return metadata -> {
      Map<String, String> changed = new LinkedHashMap<>(metadata);
      changed.put(name, value);
      return changed;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request, REFUSED",
    "401, invalid_client, REFUSED",
    "400, invalid_grant, SIGN_IN_NEEDED",
    "400, unauthorized_client, REFUSED",
    "400, unsupported_grant_type, REFUSED",
    "400, invalid_scope, REFUSED",
    "403, access_denied, NOT_GRANTED",
    "400, invalid_target, REFUSED",
  })
  void refusal_isTypedAndNamesTheCodeOnly(int status, String code, Reason reason) {
    login.answer(asked -> LoginServer.error(status, code));
    CredentialsException failure = failure(login.oidc());
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.code()).contains(code);
    assertThat(failure).hasMessageContaining(code).hasMessageContaining(String.valueOf(status));
    assertThat(failure.getMessage()).doesNotContain("n0t4you");
    assertThat(login.asked()).as("a refusal is not asked for twice").hasSize(1);
  }

  @Test
  void refusal_withACodeThatIsNone_doesNotQuoteIt() {
    login.answer(asked -> LoginServer.error(400, "s3cret t1!"));
    CredentialsException failure = failure(login.oidc());
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure.code()).isEmpty();
    assertThat(failure.getMessage()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "no json s3cret",
        "{}",
        "{\"access_token\":\"s3cret\"}",
        "{\"access_token\":\"\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":7,\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"s3cret\",\"token_type\":\"DPoP\"}",
        "{\"access_token\":\"s3cret\",\"token_type\":\"mac\"}",
        "{\"access_token\":\"s3cret\\nX-Evil: 1\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"s3cret\",\"token_type\":\"Bearer\",\"expires_in\":\"soon\"}",
      })
  void answer_thatHoldsNoUsableToken_isMalformed(String body) {
    login.answer(asked -> LoginServer.json(body));
    CredentialsException failure = failure(login.oidc());
    assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(failure.getMessage()).doesNotContain("s3cret");
    assertThat(failure.getCause()).extracting(Throwable::getCause).isNull();
  }

  @Test
  void answer_withoutEnd_isCutOff() {
    login.answer(
        asked ->
            new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(" ".repeat(1 << 20) + "{}")
                .build());
    CredentialsException failure = failure(login.oidc());
    assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(failure).hasMessageContaining("longer than any should be");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void busyServer_isAskedAgain(int status) {
    login.next(new MockResponse.Builder().code(status).build());
    login.next(new MockResponse.Builder().code(status).build());
    try (OidcCredentials credentials = login.oidc().clientCredentials()) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
    assertThat(login.asked()).hasSize(3);
  }

  @Test
  void brokenConnection_isMadeAgain() {
    login.next(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    try (OidcCredentials credentials = login.oidc().clientCredentials()) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
  }

  @Test
  void serverThatStaysDown_isGivenUpAfterAWhile() {
    login.answer(asked -> new MockResponse.Builder().code(503).build());
    CredentialsException failure = failure(login.oidc().patience(Duration.ofMillis(600)));
    assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("503");
    assertThat(login.asked()).hasSizeBetween(2, 6);
  }

  @Test
  void withoutPatience_thereIsOneAttempt() {
    login.answer(asked -> new MockResponse.Builder().code(503).build());
    assertThat(failure(login.oidc().patience(Duration.ZERO)).reason())
        .isEqualTo(Reason.UNAVAILABLE);
    assertThat(login.asked()).hasSize(1);
  }

  @Test
  void nobodyThere_isUnavailable() {
    Oidc oidc = login.oidc().patience(Duration.ofMillis(300));
    login.server().close();
    assertThat(failure(oidc).reason()).isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void tokenEndPoint_thatRedirects_isNotFollowed() throws Exception {
    try (MockWebServer stranger = new MockWebServer()) {
      stranger.start();
      OkHttpClient following = new OkHttpClient();
      login.answer(
          asked ->
              new MockResponse.Builder()
                  .code(307)
                  .addHeader("Location", stranger.url("/token"))
                  .build());
      CredentialsException failure = failure(login.oidc().httpClient(following));
      assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
      assertThat(stranger.getRequestCount()).as("the secret stays at home").isZero();
    }
  }

  @Test
  void discovery_ofAnotherIssuer_isNotBelieved() {
    login.metadata(with("issuer", "https://login.example.org/realms/hospital"));
    CredentialsException failure = failure(login.oidc());
    assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(failure).hasMessageContaining("another issuer");
    assertThat(login.asked()).isEmpty();
  }

  @Test
  void discovery_withATokenEndPointInTheOpen_isNotUsed() {
    login.metadata(with("token_endpoint", "http://login.example.org/token"));
    CredentialsException failure = failure(login.oidc());
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("is not HTTPS");
  }

  @Test
  void issuer_inTheOpen_isNotAsked() {
    CredentialsException failure =
        failure(
            Oidc.issuer("http://login.example.org/realms/x")
                .client("c", ClientAuthentication.secret("s3cret")));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("is not HTTPS");
  }

  @Test
  void discovery_ofAPlainOAuthServer_isFoundAtItsOtherPlace() {
    login.metadata(with("path", "/.well-known/oauth-authorization-server/realms/hospital"));
    try (OidcCredentials credentials = login.oidc().clientCredentials()) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
    assertThat(login.discoveries()).isEqualTo(2);
  }

  @Test
  void discovery_thatIsNowhere_saysWhatToLookAt() {
    login.metadata(with("path", "/elsewhere"));
    CredentialsException failure = failure(login.oidc());
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("404").hasMessageContaining("is this the issuer");
  }

  @Test
  void discovery_isKeptForAnHourAndUsedLongerWhenItCannotBeHad() {
    ManualClock clock = new ManualClock();
    try (OidcCredentials credentials =
        login.oidc().clock(clock).patience(Duration.ZERO).clientCredentials()) {
      credentials.signIn();
      clock.forward(Duration.ofMinutes(59));
      credentials.signIn();
      assertThat(login.discoveries()).isEqualTo(1);
      clock.forward(Duration.ofMinutes(2));
      credentials.signIn();
      assertThat(login.discoveries()).isEqualTo(2);
      login.discoveryDown();
      clock.forward(Duration.ofMinutes(61));
      credentials.signIn();
      assertThat(login.discoveries()).isEqualTo(3);
      credentials.signIn();
      assertThat(login.discoveries()).as("it is left alone for a while").isEqualTo(3);
    }
    assertThat(login.asked()).hasSize(5);
  }

  @Test
  void grantWithoutEndPoint_isRefused() {
    login.metadata(
        metadata -> {
          Map<String, String> changed = new LinkedHashMap<>(metadata);
          changed.remove("device_authorization_endpoint");
          return changed;
        });
    try (OidcCredentials credentials = login.oidc().signInOnDevice(code -> {})) {
      CredentialsException failure =
          catchThrowableOfType(CredentialsException.class, credentials::accessToken);
      assertThat(failure).hasMessageContaining("has no device authorization end point");
    }
  }
}
