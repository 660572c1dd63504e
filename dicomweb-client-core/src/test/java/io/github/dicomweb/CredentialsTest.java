// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestStudies;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where credentials go, and above all where they do not. */
class CredentialsTest {
  @RegisterExtension final Wire wire = new Wire();
  private final MockWebServer stranger = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    stranger.start();
  }

  @AfterEach
  void stop() {
    stranger.close();
  }

  private DicomWebClient client(Credentials credentials) {
    return wire.client(wire.builder().credentials(credentials).header("X-Api-Key", "k3y"));
  }

  @Test
  void basicAndBearer_areSentToTheConfiguredServer() throws Exception {
    wire.enqueueJson("[]");
    assertThat(client(Credentials.basic("jürgen", "pass:word")).searchForStudies().execute())
        .isEmpty();
    assertThat(wire.take().getHeaders().get("Authorization"))
        .isEqualTo("Basic asO8cmdlbjpwYXNzOndvcmQ=");
    wire.enqueueJson("[]");
    assertThat(client(Credentials.bearer(() -> "t0ken")).searchForStudies().execute()).isEmpty();
    var request = wire.take();
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
    assertThat(request.getHeaders().get("X-Api-Key")).isEqualTo("k3y");
  }

  @Test
  void none_sendsNothing() throws Exception {
    wire.enqueueJson("[]");
    assertThat(wire.client().searchForStudies().execute()).isEmpty();
    assertThat(wire.take().getHeaders().get("Authorization")).isNull();
  }

  @Test
  void redirect_toAnotherOrigin_isFollowedWithoutCredentialsAndHeaders() throws Exception {
    wire.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", stranger.url("/other/studies"))
            .build());
    stranger.enqueue(Wire.json("[" + Wire.study("1") + "]"));
    assertThat(client(Credentials.bearer(() -> "t0ken")).searchForStudies().execute()).hasSize(1);
    var strange = stranger.takeRequest();
    assertThat(strange.getHeaders().get("Authorization")).isNull();
    assertThat(strange.getHeaders().get("X-Api-Key")).isNull();
    assertThat(strange.getHeaders().get("Accept")).isEqualTo("application/dicom+json");
    assertThat(wire.take().getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
  }

  @Test
  void redirect_toAnotherOriginThatAsksForCredentials_doesNotGetThem() {
    wire.enqueue(
        new MockResponse.Builder().code(307).addHeader("Location", stranger.url("/x")).build());
    stranger.enqueue(
        new MockResponse.Builder().code(401).addHeader("WWW-Authenticate", "Bearer").build());
    assertThatThrownBy(() -> client(Credentials.bearer(() -> "t0ken")).searchForStudies().execute())
        .isInstanceOf(AuthenticationException.class);
    assertThat(stranger.getRequestCount()).isEqualTo(1);
  }

  @Test
  void redirect_onTheSameOrigin_keepsCredentials() throws Exception {
    wire.enqueue(
        new MockResponse.Builder().code(301).addHeader("Location", "/elsewhere?a=1").build());
    wire.enqueueJson("[]");
    assertThat(client(Credentials.bearer(() -> "t0ken")).searchForStudies().execute()).isEmpty();
    assertThat(wire.take().getTarget()).isEqualTo("/dicom-web/studies");
    var next = wire.take();
    assertThat(next.getTarget()).isEqualTo("/elsewhere?a=1");
    assertThat(next.getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
  }

  @Test
  void redirects_withoutEnd_areGivenUp() {
    wire.dispatch(
        request -> new MockResponse.Builder().code(302).addHeader("Location", "/again").build());
    assertThatThrownBy(() -> wire.client().searchForStudies().execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(302));
    assertThat(wire.requests()).isEqualTo(6);
  }

  @Test
  void refused_withANewTokenAtHand_isRepeatedOnce() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    wire.enqueue(
        new MockResponse.Builder()
            .code(401)
            .addHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
            .build());
    wire.enqueueJson("[]");
    Credentials changing = Credentials.bearer(() -> "t" + tokens.incrementAndGet());
    assertThat(client(changing).searchForStudies().execute()).isEmpty();
    assertThat(wire.take().getHeaders().get("Authorization")).isEqualTo("Bearer t1");
    assertThat(wire.take().getHeaders().get("Authorization")).isEqualTo("Bearer t3");
  }

  @Test
  void refused_withTheSameToken_isNotRepeated() {
    wire.enqueueStatus(401);
    assertThatThrownBy(() -> client(Credentials.bearer(() -> "t0ken")).searchForStudies().execute())
        .isInstanceOf(AuthenticationException.class);
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void refusedTwice_endsThere() {
    AtomicInteger tokens = new AtomicInteger();
    wire.enqueueStatus(401);
    wire.enqueueStatus(401);
    assertThatThrownBy(
            () ->
                client(Credentials.bearer(() -> "t" + tokens.incrementAndGet()))
                    .searchForStudies()
                    .execute())
        .isInstanceOf(AuthenticationException.class);
    assertThat(wire.requests()).isEqualTo(2);
  }

  @Test
  void refusedStore_isRepeatedFromItsSources() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    wire.enqueueStatus(401);
    wire.enqueueJson("{\"00081199\":{\"vr\":\"SQ\"}}");
    InstanceSource source = InstanceSource.of("a", TestStudies.ctSlices().get(0).bytes());
    var report =
        client(Credentials.bearer(() -> "t" + tokens.incrementAndGet()))
            .storeInstances()
            .add(source)
            .execute();
    assertThat(report.unconfirmed()).hasSize(1);
    assertThat(wire.take().getBodySize()).isEqualTo(wire.take().getBodySize()).isPositive();
  }

  @Test
  void plainHttp_toAnotherHost_isRefusedUnlessAllowed() {
    DicomWebClientBuilder builder =
        DicomWebClient.builder("http://pacs.example.org/dicom-web")
            .credentials(Credentials.bearer(() -> "t"));
    assertThatIllegalArgumentException().isThrownBy(builder::build);
    try (DicomWebClient client = builder.allowInsecureHttp().build()) {
      assertThat(client).hasToString("DicomWebClient");
    }
    for (String loopback :
        List.of("http://127.0.0.1:1", "http://localhost:1/x", "http://[::1]:1", "https://a.b")) {
      try (DicomWebClient client =
          DicomWebClient.builder(loopback).credentials(Credentials.bearer(() -> "t")).build()) {
        assertThat(client).isNotNull();
      }
    }
  }

  @Test
  void serviceUrl_onAnotherHost_isAConfiguredOriginToo() throws Exception {
    stranger.enqueue(Wire.json("[]"));
    DicomWebClient client =
        wire.client(
            wire.builder()
                .credentials(Credentials.bearer(() -> "t0ken"))
                .searchUrl(stranger.url("/qido/").toString()));
    assertThat(client.searchForStudies().execute()).isEmpty();
    var request = stranger.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/qido/studies");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
  }

  @Test
  void secrets_areInNoTextOfCredentials() {
    Credentials.Target target =
        new Credentials.Target("GET", URI.create("https://h/studies?PatientName=Doe"));
    Credentials.Refusal refusal =
        new Credentials.Refusal(target, Map.of("Authorization", "t0ken"), List.of("x"));
    assertThat(
            Credentials.basic("user", "s3cret")
                + " "
                + Credentials.bearer(() -> "t0ken")
                + " "
                + Credentials.none()
                + " "
                + target
                + " "
                + refusal)
        .doesNotContain("user", "s3cret", "t0ken", "Doe");
  }

  @Test
  void badCredentials_areRefusedWithoutQuotingThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic("a:b", "s3cret"))
        .withMessageNotContaining("s3cret");
    DicomWebClient client = client(Credentials.bearer(() -> "t0k\nen"));
    assertThatThrownBy(() -> client.searchForStudies().execute())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("t0k");
    DicomWebClientBuilder builder = wire.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.header("X-Key", "s3cret\n"))
        .withMessageNotContaining("s3cret");
    for (String own : List.of("Accept", "content-length", "Host")) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder.header(own, "x"));
    }
  }

  @Test
  void baseUrl_thatIsNone_orHoldsSecrets_isRefused() {
    for (String bad :
        List.of(
            "ftp://x",
            "x",
            "/a",
            "https://u:p@h/",
            "https://u@h/",
            "https://h/?a=b",
            "https://h/#f")) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> DicomWebClient.builder(bad));
    }
  }
}
