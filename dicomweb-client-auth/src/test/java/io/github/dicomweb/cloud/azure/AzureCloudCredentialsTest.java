// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cloud.LogCapture;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.profile.ServerProfile;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A client secret of Azure's library against a double of Entra ID, and doubles of the former. */
class AzureCloudCredentialsTest {
  private static final String CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true}}}";
  private static final Credentials.Target TARGET =
      new Credentials.Target("GET", URI.create("https://h/studies?PatientName=Doe"));

  private final MockWebServer dicom = new MockWebServer();
  private EntraDouble entra;

  @BeforeEach
  void start() throws Exception {
    entra = new EntraDouble();
    dicom.start();
  }

  @AfterEach
  void stop() {
    entra.close();
    dicom.close();
  }

  private AzureCloudCredentials clientSecret(String secret) throws Exception {
    return AzureCloudCredentials.of(
        new ClientSecretCredentialBuilder()
            .tenantId(EntraDouble.TENANT)
            .clientId(EntraDouble.CLIENT)
            .clientSecret(secret)
            .authorityHost(entra.authority())
            .disableInstanceDiscovery()
            .httpClient(entra.httpClient())
            .maxRetry(0)
            .build());
  }

  private DicomWebClient client(Credentials credentials) {
    return DicomWebClient.builder(dicom.url("/v2").toString())
        .credentials(credentials)
        .profile(ServerProfile.azure())
        .build();
  }

  private void letIn() {
    dicom.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom+json")
            .body("[]")
            .build());
  }

  private void refuse(String challenge) {
    dicom.enqueue(
        new MockResponse.Builder().code(401).addHeader("WWW-Authenticate", challenge).build());
  }

  @Test
  void clientSecret_getsATokenOnce_forTheDicomService() throws Exception {
    letIn();
    letIn();
    try (DicomWebClient client = client(clientSecret(EntraDouble.SECRET))) {
      assertThat(client.searchForStudies().execute()).isEmpty();
      assertThat(client.searchForStudies().execute()).isEmpty();
    }
    assertThat(entra.issued()).isEqualTo(1);
    for (int i = 0; i < 2; i++) {
      assertThat(dicom.takeRequest().getHeaders().get("Authorization"))
          .isEqualTo("Bearer " + EntraDouble.TOKEN + "1");
    }
  }

  @Test
  void claimsChallenge_isAnsweredWithATokenForTheClaims() throws Exception {
    refuse(
        "Bearer realm=\"\", error=\"insufficient_claims\", claims=\""
            + Base64.getEncoder().encodeToString(CLAIMS.getBytes(UTF_8))
            + "\"");
    letIn();
    try (DicomWebClient client = client(clientSecret(EntraDouble.SECRET))) {
      assertThat(client.searchForStudies().execute()).isEmpty();
    }
    assertThat(dicom.takeRequest().getHeaders().get("Authorization")).endsWith("t1");
    assertThat(dicom.takeRequest().getHeaders().get("Authorization")).endsWith("t2");
    // What Azure's library makes of them for a client secret: a new token, and one that can be
    // revoked at once.
    assertThat(entra.claims()).hasSize(1).first().asString().contains("xms_cc");
  }

  @Test
  void claimsOfAChallenge_reachAzuresCredential() {
    List<String> asked = new ArrayList<>();
    Credentials credentials =
        AzureCloudCredentials.of(
            context -> {
              asked.add(context.getClaims() + " " + context.isCaeEnabled());
              return Mono.just(
                  new AccessToken("t" + asked.size(), OffsetDateTime.now(UTC).plusHours(1)));
            });
    String encoded = Base64.getEncoder().encodeToString(CLAIMS.getBytes(UTF_8));
    String challenge = "Bearer error=\"insufficient_claims\", claims=\"" + encoded + "\"";
    assertThat(
            credentials.renew(
                new Credentials.Refusal(TARGET, credentials.headers(TARGET), List.of(challenge))))
        .isTrue();
    assertThat(asked).containsExactly("null false", CLAIMS + " true");
    assertThat(credentials.headers(TARGET)).containsValue("Bearer t2");
  }

  @Test
  void refusedToken_thatAzuresLibraryGivesAgain_isNotSentAgain() throws Exception {
    refuse("Bearer error=\"invalid_token\"");
    AccessToken same = new AccessToken("t1", OffsetDateTime.now(UTC).plusHours(1));
    try (DicomWebClient client = client(AzureCloudCredentials.of(context -> Mono.just(same)))) {
      assertThatThrownBy(() -> client.searchForStudies().execute())
          .isInstanceOf(AuthenticationException.class);
    }
    assertThat(dicom.getRequestCount()).isEqualTo(1);
  }

  @Test
  void refusedSecret_andUnreachableAuthority_areToldApart() throws Exception {
    assertReason(clientSecret("wrong"), Reason.REFUSED);
    AzureCloudCredentials credentials = clientSecret(EntraDouble.SECRET);
    entra.close();
    assertReason(credentials, Reason.UNAVAILABLE);
  }

  private static void assertReason(Credentials credentials, Reason reason) {
    assertThatThrownBy(() -> credentials.headers(TARGET))
        .isInstanceOfSatisfying(
            CredentialsException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static TokenCredential numbered(AtomicInteger asked, Duration life) {
    return context ->
        Mono.fromSupplier(
            () ->
                new AccessToken("t" + asked.incrementAndGet(), OffsetDateTime.now(UTC).plus(life)));
  }

  @Test
  void credentialThatKeepsNothing_isAskedOnceByManyThreads() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Credentials credentials = AzureCloudCredentials.of(numbered(asked, Duration.ofHours(1)));
    var threads = Executors.newFixedThreadPool(16);
    List<Map<String, String>> given = new ArrayList<>();
    try {
      var calls =
          IntStream.range(0, 64)
              .mapToObj(i -> threads.submit(() -> credentials.headers(TARGET)))
              .toList();
      for (var call : calls) {
        given.add(call.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(asked).hasValue(1);
    assertThat(given).containsOnly(Map.of("Authorization", "Bearer t1"));
  }

  @Test
  void tokenThatEndsSoon_isRenewedAhead() {
    AtomicInteger asked = new AtomicInteger();
    Credentials credentials = AzureCloudCredentials.of(numbered(asked, Duration.ofMinutes(4)));
    assertThat(credentials.headers(TARGET)).containsValue("Bearer t1");
    assertThat(credentials.headers(TARGET)).containsValue("Bearer t2");
  }

  @Test
  void tokenThatEndsSoon_isStillUsedWhileItsRenewalFails() {
    AtomicInteger asked = new AtomicInteger();
    TokenCredential once =
        context ->
            asked.incrementAndGet() == 1
                ? Mono.just(new AccessToken("t1", OffsetDateTime.now(UTC).plusMinutes(4)))
                : Mono.error(new IllegalStateException("s3cret"));
    Credentials credentials = AzureCloudCredentials.of(once);
    for (int i = 0; i < 5; i++) {
      assertThat(credentials.headers(TARGET)).containsValue("Bearer t1");
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void renew_afterAnotherThreadDid_asksNobody() {
    AtomicInteger asked = new AtomicInteger();
    Credentials credentials = AzureCloudCredentials.of(numbered(asked, Duration.ofHours(1)));
    Credentials.Refusal refusal =
        new Credentials.Refusal(TARGET, credentials.headers(TARGET), List.of("Bearer"));
    assertThat(credentials.renew(refusal)).isTrue();
    assertThat(credentials.renew(refusal)).isTrue();
    assertThat(asked).hasValue(2);
  }

  @Test
  void claims_areReadFromAChallenge_andNothingElseIs() {
    String encoded = Base64.getUrlEncoder().encodeToString(CLAIMS.getBytes(UTF_8));
    assertThat(
            ClaimsChallenge.claims(
                List.of("Basic", "Bearer claims=" + encoded + ", error=insufficient_claims")))
        .isEqualTo(CLAIMS);
    for (String other :
        List.of(
            "Bearer claims=\"" + encoded + "\"",
            "Bearer error=\"insufficient_claims\"",
            "Bearer error=\"insufficient_claims\", claims=\"!\"",
            "Bearer error=\"insufficient_claims\", claims=\"abcde\"",
            "Bearer error=\"insufficient_claims\", claims=\"" + "a".repeat(20_000) + "\"")) {
      assertThat(ClaimsChallenge.claims(List.of(other))).isNull();
    }
  }

  @Test
  void tokens_thatCannotBeSent_areRefusedWithoutQuotingThem() {
    for (String bad : List.of("s3cret\n", "s3cret\u00fc")) {
      Credentials credentials =
          AzureCloudCredentials.of(
              context -> Mono.just(new AccessToken(bad, OffsetDateTime.now(UTC).plusHours(1))));
      assertThatThrownBy(() -> credentials.headers(TARGET))
          .isInstanceOf(CredentialsException.class)
          .hasMessageNotContaining("s3cret");
    }
    Credentials none = AzureCloudCredentials.of(context -> Mono.empty());
    assertReason(none, Reason.MALFORMED);
  }

  @Test
  void secrets_areInNoText_whateverHappens() throws Exception {
    String text;
    try (LogCapture capture = new LogCapture()) {
      AzureCloudCredentials credentials = clientSecret(EntraDouble.SECRET);
      capture.run(() -> credentials);
      for (int status : List.of(200, 400, 401)) {
        entra.failWith(
            EntraDouble.json(
                status, "{\"error\":\"x\",\"error_description\":\"" + EntraDouble.TOKEN + "\"}"));
        capture.run(() -> credentials.headers(TARGET));
      }
      entra.failWith(null);
      letIn();
      refuse("Bearer error=\"invalid_token\"");
      refuse("Bearer");
      try (DicomWebClient client = client(credentials)) {
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
      }
      capture.run(() -> credentials); // now that there was a token
      assertThat(capture.logged()).as("the log was really heard").contains("io.github.dicomweb");
      assertThat(capture.said()).contains("CredentialsException");
      text = ours(capture.logged()) + capture.said();
    }
    assertThat(text).doesNotContain(EntraDouble.TOKEN, EntraDouble.SECRET, "Geheimnis", "Doe");
  }

  // Azure's library logs the description of an error itself, which our double makes hold a token.
  private static String ours(String log) {
    return log.lines()
        .filter(line -> !line.contains(" com.azure.") && !line.contains("com.microsoft."))
        .collect(java.util.stream.Collectors.joining("\n"));
  }
}
