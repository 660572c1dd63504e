// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.LoginServer.Asked;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A back end that acts for its callers (RFC 8693). */
class TokenExchangeTest {
  private static final Credentials.Target TARGET =
      new Credentials.Target("GET", URI.create("https://archive.example.org/studies"));

  @RegisterExtension final LoginServer login = new LoginServer();
  private final ManualClock clock = new ManualClock();

  private TokenExchange exchange() {
    return login.oidc().clock(clock).audience("archive").scope("dicom").tokenExchange();
  }

  private static String bearer(Credentials credentials) {
    return String.valueOf(credentials.headers(TARGET).get("Authorization"));
  }

  @Test
  void callersToken_isExchangedAsTheStandardSays() {
    try (TokenExchange exchange = exchange()) {
      assertThat(bearer(exchange.onBehalfOf("c4ller"))).isEqualTo("Bearer t1");
    }
    Asked asked = login.only();
    assertThat(asked.authorization()).startsWith("Basic ");
    assertThat(asked.form())
        .isEqualTo(
            Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", "c4ller",
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "requested_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "audience", "archive",
                "scope", "dicom"));
  }

  @Test
  void eachCaller_hasHisOwnToken_exchangedOnce() {
    try (TokenExchange exchange = exchange()) {
      Credentials one = exchange.onBehalfOf("one");
      Credentials other = exchange.onBehalfOf("other");
      assertThat(bearer(one)).isEqualTo("Bearer t1");
      assertThat(bearer(other)).isEqualTo("Bearer t2");
      assertThat(bearer(one)).isEqualTo("Bearer t1");
      assertThat(bearer(exchange.onBehalfOf("other"))).isEqualTo("Bearer t2");
      clock.forward(Duration.ofSeconds(60));
      assertThat(bearer(one)).isEqualTo("Bearer t3");
    }
    assertThat(login.asked())
        .extracting(asked -> asked.form().get("subject_token"))
        .containsExactly("one", "other", "one");
  }

  @Test
  void supplier_isAskedForEachRequest() {
    ThreadLocal<String> caller = new ThreadLocal<>();
    try (TokenExchange exchange = exchange()) {
      Credentials current = exchange.onBehalfOf(caller::get);
      caller.set("one");
      assertThat(bearer(current)).isEqualTo("Bearer t1");
      caller.set("other");
      assertThat(bearer(current)).isEqualTo("Bearer t2");
    }
  }

  @Test
  void refusedToken_isExchangedAgain() {
    try (TokenExchange exchange = exchange()) {
      Credentials one = exchange.onBehalfOf("one");
      Map<String, String> sent = one.headers(TARGET);
      assertThat(one.renew(new Credentials.Refusal(TARGET, sent, List.of("Bearer")))).isTrue();
      assertThat(bearer(one)).isEqualTo("Bearer t2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_grant", "invalid_token", "invalid_request"})
  void callerWhoseTokenIsOver_mustSignInAgain(String code) {
    login.next(LoginServer.error(400, code));
    try (TokenExchange exchange = exchange()) {
      Credentials one = exchange.onBehalfOf("0ver");
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(() -> one.headers(TARGET))
          .matches(e -> e.reason() == Reason.SIGN_IN_NEEDED);
      assertThat(bearer(exchange.onBehalfOf("other")))
          .as("another caller has nothing to do with it")
          .isEqualTo("Bearer t1");
    }
  }

  @Test
  void refreshToken_isNotUsed_becauseItWouldOutliveTheCallers() {
    login.withRefreshTokens();
    try (TokenExchange exchange = exchange()) {
      Credentials one = exchange.onBehalfOf("one");
      assertThat(bearer(one)).isEqualTo("Bearer t1");
      clock.forward(Duration.ofSeconds(60));
      assertThat(bearer(one)).isEqualTo("Bearer t2");
    }
    assertThat(login.asked())
        .extracting(asked -> asked.form().get("subject_token"))
        .containsExactly("one", "one");
  }

  @Test
  void closed_exchangesNoMore_andSaysSoEachTime() {
    TokenExchange exchange = exchange();
    Credentials one = exchange.onBehalfOf("one");
    exchange.close();
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(() -> one.headers(TARGET))
          .matches(e -> e.reason() == Reason.CANCELLED);
    }
    assertThat(login.asked()).isEmpty();
  }

  @Test
  void manyCallers_areRememberedUpToABound() {
    try (TokenExchange exchange = login.oidc().clock(clock).tokenExchange(10)) {
      IntStream.range(0, 11).forEach(i -> bearer(exchange.onBehalfOf("caller" + i)));
      assertThat(login.asked()).hasSize(11);
      bearer(exchange.onBehalfOf("caller10"));
      bearer(exchange.onBehalfOf("caller1"));
      assertThat(login.asked()).hasSize(11);
      bearer(exchange.onBehalfOf("caller0"));
      assertThat(login.asked()).hasSize(12);
      bearer(exchange.onBehalfOf("caller1"));
      assertThat(login.asked()).as("it was wanted not long ago").hasSize(12);
    }
  }
}
