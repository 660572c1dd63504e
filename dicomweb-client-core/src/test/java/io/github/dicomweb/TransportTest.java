// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.search.SearchPage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Timeouts by phase, cancelling, closing, sharing, limits of error bodies. */
class TransportTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension final Wire wire = new Wire();

  private static void assertFails(ThrowingCallable call, Phase phase, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.phase()).isEqualTo(phase);
              assertThat(e.reason()).isEqualTo(reason);
            });
  }

  @Test
  void firstByte_late_timesOutInItsPhase() {
    wire.enqueue(Wire.json("[]").newBuilder().headersDelay(20, TimeUnit.SECONDS).build());
    DicomWebClient client =
        wire.client(wire.builder().timeouts(new Timeouts(LONG, SHORT, LONG, Duration.ZERO)));
    assertFails(() -> client.searchForStudies().execute(), Phase.FIRST_BYTE, Reason.TIMEOUT);
  }

  @Test
  void firstByte_laterThanAStall_isNoStall() {
    wire.enqueue(Wire.json("[]").newBuilder().headersDelay(600, TimeUnit.MILLISECONDS).build());
    DicomWebClient client =
        wire.client(wire.builder().timeouts(new Timeouts(LONG, LONG, SHORT, Duration.ZERO)));
    assertThat(client.searchForStudies().execute()).isEmpty();
  }

  @Test
  void body_thatStalls_timesOutInItsPhase() {
    wire.enqueue(
        Wire.multipartResponse(new byte[100_000]).throttleBody(1000, 20, TimeUnit.SECONDS).build());
    DicomWebClient client =
        wire.client(wire.builder().timeouts(new Timeouts(LONG, LONG, SHORT, Duration.ZERO)));
    try (Parts<InstancePart> parts = client.retrieveStudy("1").open()) {
      InstancePart part = parts.next().orElseThrow();
      assertFails(part::readAllBytes, Phase.BODY, Reason.TIMEOUT);
    }
  }

  @Test
  void body_thatIsSlowButMoves_isNoStall() {
    wire.enqueue(
        Wire.multipartResponse(new byte[5000])
            .throttleBody(1000, 100, TimeUnit.MILLISECONDS)
            .build());
    DicomWebClient client =
        wire.client(
            wire.builder()
                .timeouts(new Timeouts(LONG, LONG, Duration.ofSeconds(2), Duration.ZERO)));
    try (Parts<InstancePart> parts = client.retrieveStudy("1").open()) {
      assertThat(parts.next().orElseThrow().readAllBytes()).hasSize(5000);
      assertThat(parts.next()).isEmpty();
    }
  }

  @Test
  void wholeCall_tooLong_timesOutAlthoughBytesMove() {
    wire.enqueue(
        Wire.multipartResponse(new byte[100_000])
            .throttleBody(100, 50, TimeUnit.MILLISECONDS)
            .build());
    DicomWebClient client =
        wire.client(
            wire.builder().timeouts(new Timeouts(LONG, LONG, LONG, Duration.ofMillis(700))));
    try (Parts<InstancePart> parts = client.retrieveStudy("1").open()) {
      InstancePart part = parts.next().orElseThrow();
      assertFails(part::readAllBytes, Phase.BODY, Reason.TIMEOUT);
    }
  }

  @Test
  void server_thatIsNotThere_failsWhileConnecting() {
    DicomWebClient client = wire.client();
    wire.server().close();
    assertFails(() -> client.searchForStudies().execute(), Phase.CONNECT, Reason.CONNECTION);
  }

  @Test
  void server_thatHangsUp_failsAfterTheRequestWasSent() {
    wire.dispatch(
        request ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertFails(
        () -> wire.client().searchForStudies().execute(), Phase.FIRST_BYTE, Reason.CONNECTION);
  }

  @Test
  void certificate_thatIsNotTrusted_failsAsTls() {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates server =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    wire.server().useHttps(server.sslSocketFactory());
    wire.enqueueJson("[]");
    assertFails(() -> wire.client().searchForStudies().execute(), Phase.CONNECT, Reason.TLS);

    HandshakeCertificates trusting =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
            .build();
    wire.enqueueJson("[]");
    try (DicomWebClient client = DicomWebClient.builder(wire.baseUrl()).httpClient(http).build()) {
      assertThat(client.searchForStudies().execute()).isEmpty();
    }
  }

  @Test
  void cancelledFuture_cancelsTheExchange() throws Exception {
    wire.enqueue(Wire.json("[]").newBuilder().headersDelay(20, TimeUnit.SECONDS).build());
    OkHttpClient http = new OkHttpClient();
    try (DicomWebClient client = DicomWebClient.builder(wire.baseUrl()).httpClient(http).build()) {
      CompletableFuture<SearchPage> future = client.searchForStudies().executeAsync();
      assertThat(wire.take().getTarget()).endsWith("/studies");
      assertThat(future.cancel(true)).isTrue();
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> http.connectionPool().connectionCount() == 0);
    }
    http.dispatcher().executorService().shutdown();
  }

  @Test
  void failureOnAnotherThread_completesTheFutureWithIt() {
    wire.enqueueStatus(404);
    assertThat(wire.client().searchForStudies().executeAsync())
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(HttpStatusException.class);
  }

  @Test
  void closedClient_refusesAndLeavesTheSharedHttpClientAlone() {
    OkHttpClient http = new OkHttpClient();
    DicomWebClient first = DicomWebClient.builder(wire.baseUrl()).httpClient(http).build();
    DicomWebClient second = DicomWebClient.builder(wire.baseUrl()).httpClient(http).build();
    first.close();
    assertThatIllegalStateException().isThrownBy(() -> first.searchForStudies().execute());
    wire.enqueueJson("[]");
    assertThat(second.searchForStudies().executeAsync().join()).isEmpty();
    second.close();
    assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void ownHttpClient_isShutDownWithItsClient() {
    wire.enqueueJson("[]");
    DicomWebClient client = DicomWebClient.builder(wire.baseUrl()).build();
    assertThat(client.searchForStudies().executeAsync().join()).isEmpty();
    client.close();
    assertThat(client.searchForStudies().executeAsync())
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void errorBody_longerThanItsLimit_isCut() {
    wire.enqueue(new MockResponse.Builder().code(500).body("x".repeat(100_000)).build());
    DicomWebClient client =
        wire.client(wire.builder().limits(Limits.defaults().withErrorBodyBytes(100)));
    assertThatThrownBy(() -> client.searchForStudies().execute())
        .isInstanceOfSatisfying(HttpStatusException.class, e -> assertThat(e.body()).hasSize(100));
  }

  @Test
  void errorBody_thatBreaksOff_isKeptAsFarAsItCame() {
    wire.enqueue(
        new MockResponse.Builder()
            .code(500)
            .body("x".repeat(50_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertThatThrownBy(() -> wire.client().searchForStudies().execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class,
            e -> assertThat(e.body()).startsWith("x").endsWith("(the body broke off)"));
  }

  @Test
  void errorHeaders_keepOnlyWhatHelps() {
    wire.enqueue(
        new MockResponse.Builder()
            .code(503)
            .addHeader("Retry-After", "120")
            .addHeader("Set-Cookie", "session=s3cret")
            .build());
    assertThatThrownBy(() -> wire.client().searchForStudies().execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class,
            e -> {
              assertThat(e.header("retry-after")).contains("120");
              assertThat(e.header("Set-Cookie")).isEmpty();
              assertThat(e.getMessage()).contains("try again later");
            });
  }

  @Test
  void settings_thatMakeNoSense_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeouts.defaults().withStall(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.defaults().withDepth(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerProfile.standard().toBuilder().pageSize(0));
    Timeouts changed =
        Timeouts.defaults().withConnect(SHORT).withFirstByte(LONG).withStall(SHORT).withCall(LONG);
    assertThat(changed).isEqualTo(new Timeouts(SHORT, LONG, SHORT, LONG));
  }
}
