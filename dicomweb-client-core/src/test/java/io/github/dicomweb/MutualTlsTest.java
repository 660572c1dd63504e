// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.TransportException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client certificate, which is shown at home and to nobody else who asks for it. */
class MutualTlsTest {
  @RegisterExtension final Wire wire = new Wire();
  private TlsServer home;
  private TlsServer stranger;

  @BeforeEach
  void start() throws IOException {
    home = TlsServer.requiring();
    stranger = TlsServer.requesting();
  }

  @AfterEach
  void stop() {
    home.close();
    stranger.close();
  }

  private DicomWebClientBuilder builder(String host) throws Exception {
    return wire.builder(home.url(host, "/dicom-web"))
        .httpClient(wire.http().newBuilder().dns(name -> Dns.SYSTEM.lookup("localhost")).build())
        .tls(TlsServer.tls());
  }

  private static RecordedRequest take(TlsServer of) throws InterruptedException {
    return Objects.requireNonNull(of.server.takeRequest(5, TimeUnit.SECONDS), "no request came");
  }

  private static MockResponse value() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/octet-stream")
        .body("value")
        .build();
  }

  private static byte[] read(DicomWebClient client, String url) {
    return client.retrieveBulkData(BulkDataReference.of(url)).readAllBytes();
  }

  @Test
  void home_thatRequiresIt_isShownIt_byEachKindOfTransaction() throws Exception {
    DicomWebClient client = wire.client(builder("localhost"));
    home.server.enqueue(Wire.json("[]"));
    assertThat(client.searchForStudies().execute()).isEmpty();
    home.server.enqueue(Wire.json(StoreAnswers.stored("1.2.1")));
    assertThat(client.storeInstances().add(StoreAnswers.dataset("1.2.1")).execute().isComplete())
        .isTrue();
    home.server.enqueue(value());
    assertThat(read(client, home.url("localhost", "/v/1"))).hasSize(5);
    home.server.enqueue(Wire.json("[]"));
    assertThat(client.withCredentials(Credentials.bearer(() -> "t")).searchForStudies().execute())
        .isEmpty();
    for (int i = 0; i < 4; i++) {
      assertThat(TlsServer.shown(take(home))).contains(TlsServer.CLIENT.certificate());
    }
  }

  @Test
  void withoutIt_theServerThatRequiresItEndsTheSession() throws Exception {
    DicomWebClient client =
        wire.client(
            builder("localhost")
                .tls(Tls.builder().trust(List.of(TlsServer.AUTHORITY.certificate())).build()));
    assertThatThrownBy(() -> client.searchForStudies().execute())
        .isInstanceOf(TransportException.class);
    assertThat(home.server.getRequestCount()).isZero();
  }

  @Test
  void stranger_thatAsksForIt_onTheSameAddress_doesNotSeeIt() throws Exception {
    DicomWebClient client = wire.client(builder("localhost"));
    stranger.server.enqueue(value());
    assertThat(read(client, stranger.url("localhost", "/v/1"))).hasSize(5);
    assertThat(TlsServer.shown(take(stranger))).isEmpty();
  }

  @Test
  void stranger_thatARedirectionLeadsTo_doesNotSeeIt() throws Exception {
    DicomWebClient client = wire.client(builder("localhost"));
    home.server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", stranger.url("localhost", "/studies"))
            .build());
    stranger.server.enqueue(Wire.json("[]"));
    assertThat(client.searchForStudies().execute()).isEmpty();
    assertThat(TlsServer.shown(take(home))).contains(TlsServer.CLIENT.certificate());
    assertThat(TlsServer.shown(take(stranger))).isEmpty();
  }

  @Test
  void originWithCredentialsOfItsOwn_doesNotSeeItEither() throws Exception {
    DicomWebClient client =
        wire.client(
            builder("localhost")
                .credentials(stranger.url("localhost", ""), Credentials.bearer(() -> "own")));
    stranger.server.enqueue(value());
    assertThat(read(client, stranger.url("localhost", "/v/1"))).hasSize(5);
    RecordedRequest request = take(stranger);
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer own");
    assertThat(TlsServer.shown(request)).isEmpty();
  }

  @Test
  void strangerThatRequiresIt_isNotReached() throws Exception {
    try (TlsServer greedy = TlsServer.requiring()) {
      DicomWebClient client = wire.client(builder("localhost"));
      assertThatThrownBy(() -> read(client, greedy.url("localhost", "/v/1")))
          .isInstanceOf(TransportException.class);
      assertThat(greedy.server.getRequestCount()).isZero();
    }
  }

  /** One server, one certificate for both names, HTTP/2: all that coalescing needs. */
  @Test
  void connectionOfHome_isNotUsedForAnotherHost_norTheOtherWayRound() throws Exception {
    try (TlsServer both = TlsServer.requesting()) {
      DicomWebClient client =
          wire.client(
              wire.builder(both.url("home.test", "/dicom-web"))
                  .httpClient(
                      wire.http().newBuilder().dns(name -> Dns.SYSTEM.lookup("localhost")).build())
                  .tls(TlsServer.tls()));
      for (String host : List.of("home.test", "stranger.test", "home.test", "stranger.test")) {
        both.server.enqueue(value());
        assertThat(read(client, both.url(host, "/v/1"))).hasSize(5);
        RecordedRequest request = take(both);
        assertThat(request.getVersion()).isEqualTo("HTTP/2");
        if (host.equals("home.test")) {
          assertThat(TlsServer.shown(request)).contains(TlsServer.CLIENT.certificate());
        } else {
          assertThat(TlsServer.shown(request)).isEmpty();
        }
      }
      assertThat(wire.http().connectionPool().connectionCount()).isEqualTo(2);
    }
  }

  @Test
  void certificateOfTheHttpClient_isReplaced_andItsTrustToo() throws Exception {
    DicomWebClient client = wire.client(builder("localhost").tls(Tls.builder().build()));
    assertThatThrownBy(() -> client.searchForStudies().execute())
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.TLS));
  }
}
