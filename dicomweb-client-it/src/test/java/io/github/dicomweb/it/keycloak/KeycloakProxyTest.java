// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HeldCertificate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the proxy lets through, and what it says to the others. */
@KeycloakTest
class KeycloakProxyTest {
  private static final String INVALID = "Bearer realm=\"hospital\", error=\"invalid_token\"";

  private DicomWebTestServer backend;

  @BeforeEach
  void start_backend() {
    backend = DicomWebTestServer.start();
    backend.store(TestStudies.ctSlices().get(0).bytes());
  }

  @AfterEach
  void stop_backend() {
    backend.close();
  }

  private record Answer(int status, String challenge, String body) {}

  @Test
  void get_withoutAToken_isChallengedWithoutAnError(Keycloak keycloak) throws Exception {
    try (BearerProxy proxy = proxy(keycloak, keycloak.bySignature())) {
      Answer answer =
          send(keycloak.http(), new Request.Builder().url(proxy.url() + "/studies").build());

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.challenge()).isEqualTo("Bearer realm=\"hospital\"");
      assertThat(proxy.counters().refused()).isEqualTo(Map.of(Refusal.NO_TOKEN, 1));
      assertThat(backend.requests()).isEmpty();
    }
  }

  @Test
  void get_withTheRole_goesThroughWithoutTheToken(Keycloak keycloak) throws Exception {
    String token = RawTokens.of(keycloak).ofClient(Hospital.READER);
    for (TokenCheck check : checks(keycloak)) {
      try (BearerProxy proxy = proxy(keycloak, check)) {
        Answer answer = get(keycloak, proxy, token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("00100020");
        assertThat(proxy.counters().accepted()).isEqualTo(1);
        assertThat(proxy.counters().distinctTokens()).isEqualTo(1);
      }
    }
    assertThat(backend.requests()).hasSize(2).allMatch(r -> r.header("Authorization").isEmpty());
  }

  @Test
  void post_withoutTheRoleToWrite_isForbiddenAndSaysWhatIsMissing(Keycloak keycloak)
      throws Exception {
    String token = RawTokens.of(keycloak).ofClient(Hospital.READER);
    try (BearerProxy proxy = proxy(keycloak, keycloak.bySignature())) {
      Answer answer =
          send(
              keycloak.http(),
              new Request.Builder()
                  .url(proxy.url() + "/studies")
                  .header("Authorization", "Bearer " + token)
                  .post(RequestBody.create(new byte[1 << 20]))
                  .build());

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.challenge())
          .isEqualTo(
              "Bearer realm=\"hospital\", error=\"insufficient_scope\","
                  + " error_description=\"The role is missing\", scope=\"dicom-write\"");
      assertThat(proxy.counters().refused()).isEqualTo(Map.of(Refusal.ROLE, 1));
    }
  }

  @Test
  void get_byAUserWithoutRoles_isForbidden(Keycloak keycloak) throws Exception {
    String token = RawTokens.of(keycloak).ofUser(Hospital.LEGACY, Hospital.GUEST1);
    for (TokenCheck check : checks(keycloak)) {
      try (BearerProxy proxy = proxy(keycloak, check)) {
        Answer answer = get(keycloak, proxy, token);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.challenge()).endsWith("scope=\"dicom-read\"");
      }
    }
  }

  @Test
  void get_withATokenForAnotherAudience_isRefused(Keycloak keycloak) throws Exception {
    String token = RawTokens.of(keycloak).ofClient(Hospital.STRANGER);
    for (TokenCheck check : checks(keycloak)) {
      try (BearerProxy proxy = proxy(keycloak, check)) {
        assertRefused(get(keycloak, proxy, token), "The token is for another audience");
      }
    }
  }

  @Test
  void get_withATokenOfAnotherRealm_isRefused(Keycloak keycloak) throws Exception {
    try (BearerProxy proxy = proxy(keycloak, keycloak.bySignature())) {
      assertRefused(get(keycloak, proxy, keycloak.admin().token()), "The token is not one of ours");
      assertRefused(get(keycloak, proxy, "nonsense"), "The token is not one of ours");
    }
  }

  @Test
  void get_withAChangedToken_isRefused(Keycloak keycloak) throws Exception {
    String token = RawTokens.of(keycloak).ofClient(Hospital.READER);
    int middle = token.lastIndexOf('.') + 20;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = token.substring(0, middle) + other + token.substring(middle + 1);
    try (BearerProxy proxy = proxy(keycloak, keycloak.bySignature())) {
      assertRefused(get(keycloak, proxy, changed), "The signature of the token is wrong");
    }
  }

  @Test
  void get_withTheTokenOfAnEndedSession_isRefusedOnlyByWhoAsks(Keycloak keycloak) throws Exception {
    String token = RawTokens.of(keycloak).ofUser(Hospital.LEGACY, Hospital.WRITER1);
    try (BearerProxy asking = proxy(keycloak, keycloak.byIntrospection());
        BearerProxy reading = proxy(keycloak, keycloak.bySignature())) {
      assertThat(get(keycloak, asking, token).status()).isEqualTo(200);

      keycloak.admin().endSessions(Hospital.WRITER1);

      assertRefused(get(keycloak, asking, token), "The token is not active");
      assertThat(get(keycloak, reading, token).status()).isEqualTo(200);
    }
  }

  @Test
  void get_withATokenThatHasExpired_isRefusedAtOnce(Keycloak keycloak) throws Exception {
    keycloak.admin().tokenLifespan(Hospital.READER, Duration.ofSeconds(4));
    try (BearerProxy proxy = proxy(keycloak, keycloak.bySignature())) {
      String token = RawTokens.of(keycloak).ofClient(Hospital.READER);
      assertThat(get(keycloak, proxy, token).status()).isEqualTo(200);

      Awaitility.await("the token's end")
          .atMost(Duration.ofSeconds(6))
          .until(() -> get(keycloak, proxy, token).status() == 401);
      assertRefused(get(keycloak, proxy, token), "The token has expired");
    } finally {
      keycloak.admin().tokenLifespan(Hospital.READER, Hospital.TOKEN_LIFESPAN);
    }
  }

  @Test
  void get_withATokenBoundToACertificate_needsTheCertificate(Keycloak keycloak) throws Exception {
    HeldCertificate own = keycloak.authority().client(Hospital.UPLOADER_MTLS);
    SSLSocketFactory sockets = keycloak.authority().with(own).sslSocketFactory();
    RawTokens raw = RawTokens.of(keycloak).over(sockets);
    String token =
        raw.accessToken(
            raw.request(
                new PKITLSClientAuthentication(new ClientID(Hospital.UPLOADER_MTLS), sockets),
                new ClientCredentialsGrant()));
    HeldCertificate other = keycloak.authority().client(Hospital.UPLOADER_MTLS);
    try (BearerProxy proxy = proxy(keycloak, keycloak.bySignature())) {
      Request request = request(proxy, token);
      assertThat(send(keycloak.http(own), request).status()).isEqualTo(200);

      String refused = "The token is bound to another certificate";
      assertRefused(send(keycloak.http(other), request), refused);
      assertRefused(send(keycloak.http(), request), refused);
    }
  }

  @Test
  void get_overPlainHttp_isCheckedJustTheSame(Keycloak keycloak) throws Exception {
    String token = RawTokens.of(keycloak).ofClient(Hospital.READER);
    try (BearerProxy proxy =
        BearerProxy.before(backend.baseUrl(), keycloak.bySignature()).start()) {
      assertThat(proxy.url()).startsWith("http://localhost:");
      assertThat(get(keycloak, proxy, token).status()).isEqualTo(200);
      assertThat(get(keycloak, proxy, "nonsense").status()).isEqualTo(401);
    }
  }

  private static TokenCheck[] checks(Keycloak keycloak) {
    return new TokenCheck[] {keycloak.bySignature(), keycloak.byIntrospection()};
  }

  private BearerProxy proxy(Keycloak keycloak, TokenCheck check) throws IOException {
    return BearerProxy.before(backend.baseUrl(), check).https(keycloak.authority()).start();
  }

  private static void assertRefused(Answer answer, String description) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge())
        .isEqualTo(INVALID + ", error_description=\"" + description + '"');
  }

  private static Answer get(Keycloak keycloak, BearerProxy proxy, String token) throws IOException {
    return send(keycloak.http(), request(proxy, token));
  }

  private static Request request(BearerProxy proxy, String token) {
    return new Request.Builder()
        .url(proxy.url() + "/studies")
        .header("Authorization", "Bearer " + token)
        .build();
  }

  private static Answer send(OkHttpClient http, Request request) throws IOException {
    try (Response answer = http.newCall(request).execute()) {
      return new Answer(
          answer.code(),
          Objects.requireNonNullElse(answer.header("WWW-Authenticate"), ""),
          answer.body().string());
    }
  }
}
