// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.error.InsufficientScopeException;
import io.github.dicomweb.error.InvalidTokenException;
import io.github.dicomweb.it.orthanc.OrthancServer;
import io.github.dicomweb.it.orthanc.OrthancTest;
import io.github.dicomweb.oidc.ClientAuthentication;
import io.github.dicomweb.oidc.Oidc;
import io.github.dicomweb.oidc.OidcCredentials;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What goes wrong with tokens, and how it is told. */
@KeycloakTest
@OrthancTest
class KeycloakTroubleTest {

  @Test
  void thousandCalls_withATokenThatIsOver_shareOneNewOne(Keycloak keycloak) throws Exception {
    keycloak.admin().tokenLifespan(Hospital.READER, Duration.ofSeconds(4));
    ExecutorService callers = Executors.newFixedThreadPool(1000);
    try (OidcCredentials credentials =
            Login.withSecret(keycloak, Hospital.READER).clientCredentials();
        // Orthanc does not take a thousand connections at once.
        DicomWebTestServer archive = DicomWebTestServer.start();
        BearerProxy proxy = BearerProxy.before(archive.baseUrl(), keycloak.bySignature()).start();
        DicomWebClient client = Login.client(keycloak, proxy, credentials)) {
      client.searchForStudies().limit(1).execute();
      Instant over = credentials.expiresAt().orElseThrow();
      keycloak.admin().tokenLifespan(Hospital.READER, Duration.ofMinutes(5));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(over));
      CountDownLatch go = new CountDownLatch(1);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        all.add(
            callers.submit(
                () -> {
                  assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
                  return client.searchForStudies().limit(1).execute();
                }));
      }
      go.countDown();
      for (Future<?> one : all) {
        assertThat(one.get(120, TimeUnit.SECONDS)).isNotNull();
      }
      assertThat(proxy.counters().accepted()).isEqualTo(1001);
      assertThat(proxy.counters().refused()).isEmpty();
      assertThat(proxy.counters().distinctTokens()).as("the old one and one new one").isEqualTo(2);
    } finally {
      callers.shutdownNow();
      keycloak.admin().tokenLifespan(Hospital.READER, Hospital.TOKEN_LIFESPAN);
    }
  }

  @Test
  void wrongAudience_isAnInvalidToken_afterOneMoreTry(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    try (OidcCredentials credentials =
            Login.withSecret(keycloak, Hospital.STRANGER).clientCredentials();
        BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
        DicomWebClient client = Login.client(keycloak, proxy, credentials)) {
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> client.searchForStudies().execute())
          .matches(e -> e.status() == 401);
      assertThat(proxy.counters().refused())
          .containsExactly(java.util.Map.entry(Refusal.AUDIENCE, 2));
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> client.searchForStudies().execute());
      assertThat(proxy.counters().distinctTokens())
          .as("no new token for each call that is refused")
          .isEqualTo(2);
    }
  }

  @Test
  void roleThatIsMissing_isInsufficientScope(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    try (OidcCredentials credentials =
            Login.withSecret(keycloak, Hospital.READER).clientCredentials();
        BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
        DicomWebClient client = Login.client(keycloak, proxy, credentials)) {
      InstanceSource slice = InstanceSource.of("slice", TestStudies.ctSlices().get(0).bytes());
      assertThatExceptionOfType(InsufficientScopeException.class)
          .isThrownBy(() -> client.storeInstances().add(slice).execute())
          .matches(e -> e.status() == 403)
          .matches(e -> e.requiredScopes().equals(List.of(Hospital.WRITE)));
      assertThat(proxy.counters().distinctTokens()).as("a new token would not help").isEqualTo(1);
      assertThat(orthanc.rest().instanceCount()).isZero();
    }
  }

  @Test
  void revokedSession_isSeenAtOnceAndAsksForASignIn(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    String user = Hospital.READER1;
    try (OidcCredentials credentials =
            Login.of(keycloak)
                .client(Hospital.VIEWER)
                .signInWithBrowser(
                    page -> {
                      try {
                        var unused =
                            LoginPages.of(keycloak).signIn(page, user, Hospital.password(user));
                      } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                      }
                    });
        BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.byIntrospection());
        DicomWebClient client = Login.client(keycloak, proxy, credentials)) {
      assertThat(client.searchForStudies().execute()).isNotNull();
      keycloak.admin().endSessions(user);
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(() -> client.searchForStudies().execute())
          .matches(e -> e.reason() == Reason.SIGN_IN_NEEDED)
          .matches(e -> e.code().equals(java.util.Optional.of("invalid_grant")));
      assertThatExceptionOfType(CredentialsException.class)
          .as("and the browser does not open by itself")
          .isThrownBy(() -> client.searchForStudies().execute())
          .matches(e -> e.reason() == Reason.SIGN_IN_NEEDED);
      credentials.signIn();
      assertThat(client.searchForStudies().execute()).isNotNull();
    }
  }

  @Test
  void signOut_revokesTheTokens(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    OidcCredentials credentials =
        Login.of(keycloak)
            .client(Hospital.LEGACY)
            .revokeOnClose()
            .legacyPassword(Hospital.READER1, () -> Hospital.password(Hospital.READER1));
    String token = credentials.accessToken();
    try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.byIntrospection());
        DicomWebClient client =
            Login.client(
                keycloak, proxy, io.github.dicomweb.auth.Credentials.bearer(() -> token))) {
      assertThat(client.searchForStudies().execute()).isNotNull();
      credentials.close();
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> client.searchForStudies().execute());
    }
  }

  @Test
  void wrongSecret_isRefusedAndNotTriedByEverybody(Keycloak keycloak) {
    try (OidcCredentials credentials =
        Login.of(keycloak)
            .client(Hospital.READER, ClientAuthentication.secret("wr0ng"))
            .clientCredentials()) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .matches(e -> e.reason() == Reason.REFUSED)
          .withMessageContaining("look at the client's identifier, secret or key");
    }
  }

  @Test
  void privateAuthority_thatIsNotTrusted_isToldAsSuch(Keycloak keycloak) {
    try (OidcCredentials credentials =
        Oidc.issuer(keycloak.issuer().toString())
            .client(Hospital.READER, ClientAuthentication.secret(Hospital.secret(Hospital.READER)))
            .clientCredentials()) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .withMessageContaining("is its certificate trusted?");
    }
  }

  @Test
  void issuer_spelledOtherwise_isNotBelieved(Keycloak keycloak) {
    try (OidcCredentials credentials =
        Oidc.issuer(keycloak.issuer() + "/")
            .tls(Login.tls(keycloak))
            .client(Hospital.READER, ClientAuthentication.secret(Hospital.secret(Hospital.READER)))
            .clientCredentials()) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .withMessageContaining("another issuer");
    }
  }

  @Test
  void keycloakThatIsDown_isWaitedFor(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    try (OidcCredentials credentials =
            Login.withSecret(keycloak, Hospital.READER).clientCredentials();
        BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
        DicomWebClient client = Login.client(keycloak, proxy, credentials)) {
      CompletableFuture<Void> up = keycloak.outage().lasting(Duration.ofSeconds(3));
      assertThat(client.searchForStudies().execute()).isNotNull();
      assertThat(up).isDone();
    }
  }

  @Test
  void keycloakThatStaysDown_isUnavailable(Keycloak keycloak) {
    keycloak.outage().begin();
    try (OidcCredentials credentials =
        Login.withSecret(keycloak, Hospital.READER)
            .patience(Duration.ofSeconds(1))
            .clientCredentials()) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .matches(e -> e.reason() == Reason.UNAVAILABLE);
    } finally {
      keycloak.outage().end();
    }
  }
}
