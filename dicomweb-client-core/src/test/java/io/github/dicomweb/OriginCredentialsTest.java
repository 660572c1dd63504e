// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several servers in one client: each origin sees its own credentials and no other's. */
class OriginCredentialsTest {
  private static final String AUTHORIZATION = "Authorization";

  @RegisterExtension final Wire wire = new Wire();
  private final MockWebServer bulk = new MockWebServer();
  private final MockWebServer stranger = new MockWebServer();
  private final RotatingCredentials home = new RotatingCredentials("home");
  private final RotatingCredentials away = new RotatingCredentials("away");

  @BeforeEach
  void start() throws IOException {
    bulk.start();
    stranger.start();
  }

  @AfterEach
  void stop() {
    bulk.close();
    stranger.close();
  }

  private DicomWebClientBuilder builder() {
    return wire.builder().credentials(home).header("X-Home", "h");
  }

  private DicomWebClient client() {
    return wire.client(builder().credentials(origin(bulk), away));
  }

  private static String origin(MockWebServer server) {
    return server.url("/").toString();
  }

  private static RecordedRequest take(MockWebServer server) throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
  }

  private static void assertCarries(RecordedRequest request, String token) {
    assertThat(request.getHeaders().values(AUTHORIZATION)).containsExactly("Bearer " + token);
    assertThat(request.getHeaders().values("X-Home")).containsExactly("h");
  }

  private static void assertCarriesOnly(RecordedRequest request, String token) {
    assertThat(request.getHeaders().values(AUTHORIZATION)).containsExactly("Bearer " + token);
    assertThat(request.getHeaders().get("X-Home")).isNull();
  }

  private static void assertCarriesNothing(RecordedRequest request) {
    assertThat(request.getHeaders().get(AUTHORIZATION)).isNull();
    assertThat(request.getHeaders().get("X-Home")).isNull();
  }

  private static MockResponse value() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/octet-stream")
        .body("value")
        .build();
  }

  private static MockResponse to(HttpUrl url) {
    return new MockResponse.Builder().code(307).addHeader("Location", url).build();
  }

  private static byte[] read(DicomWebClient client, Object url) {
    return client.retrieveBulkData(BulkDataReference.of(url.toString())).readAllBytes();
  }

  @Test
  void servicesOnDifferentServers_areAllHome() throws Exception {
    try (MockWebServer wado = new MockWebServer()) {
      wado.start();
      DicomWebClient client =
          wire.client(
              builder()
                  .searchUrl(bulk.url("/qido").toString())
                  .storeUrl(stranger.url("/stow").toString())
                  .wadoUriUrl(wado.url("/wado").toString()));
      bulk.enqueue(Wire.json("[]"));
      assertThat(client.searchForStudies().execute()).isEmpty();
      assertCarries(take(bulk), "home0");
      wire.enqueueJson("[]");
      assertThat(client.retrieveMetadata("1", "2", "3").execute()).isEmpty();
      assertCarries(wire.take(), "home0");
      stranger.enqueue(Wire.json(StoreAnswers.stored("1.2.1")));
      assertThat(client.storeInstances().add(StoreAnswers.dataset("1.2.1")).execute().isComplete())
          .isTrue();
      assertCarries(take(stranger), "home0");
      wado.enqueue(new MockResponse.Builder().code(404).build());
      assertThatThrownBy(() -> client.retrieveByUri("1", "2", "3").dicom().readAllBytes())
          .isInstanceOf(NotFoundException.class);
      assertCarries(take(wado), "home0");
    }
  }

  @Test
  void bulkDataOnAnotherHost_getsTheCredentialsOfThatHost_andNoneOfHome() throws Exception {
    bulk.enqueue(value());
    assertThat(read(client(), bulk.url("/v/1")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("value");
    assertCarriesOnly(take(bulk), "away0");
    stranger.enqueue(value());
    assertThat(read(client(), stranger.url("/v/1"))).hasSize(5);
    assertCarriesNothing(take(stranger));
  }

  @Test
  void credentialsOfAnotherOrigin_doNotGoHome() throws Exception {
    wire.enqueueJson("[]");
    DicomWebClient client = wire.client(wire.builder().credentials(origin(bulk), away));
    assertThat(client.searchForStudies().execute()).isEmpty();
    assertThat(wire.take().getHeaders().get(AUTHORIZATION)).isNull();
  }

  @Test
  void redirects_thereAndBack_carryWhatBelongsToEachStop() throws Exception {
    wire.enqueue(to(bulk.url("/moved")));
    bulk.enqueue(to(stranger.url("/further")));
    stranger.enqueue(to(wire.server().url("/back")));
    wire.enqueue(value());
    assertThat(read(client(), wire.baseUrl() + "/v/1")).hasSize(5);
    assertCarries(wire.take(), "home0");
    assertCarriesOnly(take(bulk), "away0");
    assertCarriesNothing(take(stranger));
    assertCarries(wire.take(), "home0");
  }

  @Test
  void refusalThere_renewsTheCredentialsOfThere_andNotThoseOfHome() throws Exception {
    bulk.enqueue(new MockResponse.Builder().code(401).build());
    bulk.enqueue(value());
    assertThat(read(client(), bulk.url("/v/1"))).hasSize(5);
    assertCarriesOnly(take(bulk), "away0");
    assertCarriesOnly(take(bulk), "away1");
    assertThat(home.refusals).isEmpty();
    assertThat(away.refusals).hasSize(1);
    assertThat(away.refusals.get(0).headers()).containsOnlyKeys(AUTHORIZATION);
  }

  @Test
  void refusalsAtHomeAndThere_renewBoth_onceEach() throws Exception {
    wire.enqueueStatus(401);
    wire.enqueue(to(bulk.url("/moved")));
    bulk.enqueue(new MockResponse.Builder().code(401).build());
    bulk.enqueue(value());
    assertThat(read(client(), wire.baseUrl() + "/v/1")).hasSize(5);
    assertCarries(wire.take(), "home0");
    assertCarries(wire.take(), "home1");
    assertCarriesOnly(take(bulk), "away0");
    assertCarriesOnly(take(bulk), "away1");
  }

  @Test
  void refusalByAStranger_renewsNothing() {
    stranger.enqueue(
        new MockResponse.Builder()
            .code(401)
            .addHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
            .build());
    assertThatThrownBy(() -> read(client(), stranger.url("/v/1")))
        .isInstanceOf(AuthenticationException.class);
    assertThat(stranger.getRequestCount()).isEqualTo(1);
    assertThat(home.refusals).isEmpty();
    assertThat(away.refusals).isEmpty();
  }

  /** All names lead to the same server, so only the rule can tell them apart. */
  private DicomWebClientBuilder named(String host) {
    return builder(host, wire.server().getPort());
  }

  private DicomWebClientBuilder builder(String host, int port) {
    return wire.builder("http://" + host + ":" + port + "/dicom-web")
        .httpClient(wire.http().newBuilder().dns(name -> Dns.SYSTEM.lookup("localhost")).build())
        .credentials(home)
        .header("X-Home", "h");
  }

  @Test
  void hostsThatOnlyLookLikeHome_getNothing() throws Exception {
    DicomWebClient client =
        wire.client(named("home.localhost").credentials("http://bulk.localhost:1", away));
    int port = wire.server().getPort();
    for (String host :
        List.of(
            "home.localhost.evil.example",
            "xhome.localhost",
            "x.home.localhost",
            "home.localhost.",
            "localhost",
            "127.0.0.1",
            "home.localhost@evil.example",
            "bulk.localhost")) {
      wire.enqueue(value());
      assertThat(read(client, "http://" + host + ":" + port + "/v/1")).as(host).hasSize(5);
      assertCarriesNothing(wire.take());
    }
    for (String host : List.of("HOME.localhost", "home.LOCALHOST", "home%2Elocalhost")) {
      wire.enqueue(value());
      assertThat(read(client, "http://" + host + ":" + port + "/v/1")).as(host).hasSize(5);
      assertCarries(wire.take(), "home0");
    }
  }

  @Test
  void userAndPasswordInAUrlOfAServer_areNeitherSentNorTold() throws Exception {
    AtomicReference<Credentials.Target> asked = new AtomicReference<>();
    DicomWebClient client =
        wire.client(
            wire.builder()
                .credentials(
                    target -> {
                      asked.set(target);
                      return Map.of(AUTHORIZATION, "Bearer mine");
                    }));
    HttpUrl url =
        wire.server().url("/v/1").newBuilder().username("us3r").password("s3cret").build();
    wire.enqueue(value());
    assertThat(read(client, url)).hasSize(5);
    assertThat(wire.take().getHeaders().values(AUTHORIZATION)).containsExactly("Bearer mine");
    assertThat(asked.get().toString())
        .isEqualTo("GET http://" + url.host() + ":" + url.port())
        .doesNotContain("us3r", "s3cret");
    HttpUrl away = stranger.url("/v/1").newBuilder().username("us3r").password("s3cret").build();
    wire.enqueue(to(away));
    stranger.enqueue(value());
    assertThat(read(client, wire.baseUrl())).hasSize(5);
    assertThat(take(stranger).getHeaders().get(AUTHORIZATION)).isNull();
  }

  @Test
  void hostsOfStrangeCharacters_areAskedWithoutCredentials() throws Exception {
    DicomWebClient client = wire.client(named("home.localhost"));
    for (String host :
        List.of("ho{me", "ho|me", "ho\"me", "_home", "-home-", "ho^me", "xn--home")) {
      wire.enqueue(value());
      assertThat(read(client, "http://" + host + ":" + wire.server().getPort() + "/v")).hasSize(5);
      assertCarriesNothing(wire.take());
    }
  }

  @Test
  void origin_isASchemeAHostAndAPort() {
    DicomWebClientBuilder builder = wire.builder();
    for (String bad :
        List.of(
            "bulk.example",
            "ftp://bulk.example",
            "https://bulk.example/path",
            "https://u:s3cret@bulk.example",
            "https://bulk.example?s3cret",
            "https://bulk.example#s3cret",
            "")) {
      assertThatIllegalArgumentException()
          .as(bad)
          .isThrownBy(() -> builder.credentials(bad, Credentials.none()))
          .withMessageNotContaining("s3cret");
    }
    assertThat(builder.credentials("https://bulk.example:8443/", away)).isSameAs(builder);
  }

  @Test
  void store_isNotRedirected_soItsCredentialsGoNowhereElse() {
    wire.enqueue(to(bulk.url("/stow")));
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    assertThatThrownBy(() -> client().storeInstances().add(InstanceSource.of("a", file)).execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(307));
    assertThat(bulk.getRequestCount()).isZero();
  }
}
