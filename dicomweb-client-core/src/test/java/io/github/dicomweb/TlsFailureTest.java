// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Tls;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller reads when there is no TLS session: why, and what can be done. */
class TlsFailureTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().commonName("Private CA").certificateAuthority(0).build();

  @RegisterExtension final Wire wire = new Wire();

  private static HeldCertificate.Builder certificate(String host) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(AUTHORITY);
  }

  private static MockWebServer server(HeldCertificate certificate) throws Exception {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    return server;
  }

  private DicomWebClient client(int port, Tls tls) {
    return wire.client(
        wire.builder("https://server.test:" + port + "/dicom-web")
            .httpClient(
                wire.http().newBuilder().dns(name -> Dns.SYSTEM.lookup("localhost")).build())
            .tls(tls));
  }

  private static Tls trusting() {
    return Tls.builder().trust(List.of(AUTHORITY.certificate())).build();
  }

  private static void assertFails(DicomWebClient client, Phase phase, String why) {
    assertThatThrownBy(() -> client.searchForStudies().patientName("Doe").execute())
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.TLS);
              assertThat(e.phase()).isEqualTo(phase);
              assertThat(e).hasMessageContaining("GET /studies").hasMessageEndingWith(why);
              assertThat(e.getMessage()).doesNotContain("Doe", "server.test");
            });
  }

  @Test
  void authority_thatIsNotTrusted() throws Exception {
    try (MockWebServer server = server(certificate("server.test").build())) {
      assertFails(
          client(server.getPort(), Tls.builder().build()),
          Phase.CONNECT,
          "the server's certificate is of no authority trusted here: add it to the TLS settings");
    }
  }

  @Test
  void certificate_ofAnotherHost() throws Exception {
    try (MockWebServer server = server(certificate("other.test").build())) {
      assertFails(
          client(server.getPort(), trusting()),
          Phase.CONNECT,
          "the server's certificate is not for the host of the URL");
    }
  }

  @Test
  void certificate_ofAnotherTime() throws Exception {
    Instant now = Instant.now();
    for (int days : List.of(-10, 10)) {
      long start = now.plus(days, ChronoUnit.DAYS).toEpochMilli();
      HeldCertificate wrong =
          certificate("server.test").validityInterval(start, start + 1000).build();
      try (MockWebServer server = server(wrong)) {
        assertFails(
            client(server.getPort(), trusting()),
            Phase.CONNECT,
            "the server's certificate is not valid at this time");
      }
    }
  }

  @Test
  void server_thatHangsUp() throws Exception {
    assertEnds(new byte[0], "the server hung up: perhaps it does not speak TLS at this port");
  }

  @Test
  void server_thatSpeaksPlainHttp() throws Exception {
    assertEnds(
        "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII),
        "the server does not speak TLS at this port: perhaps it is plain http");
  }

  @ParameterizedTest
  @CsvSource({
    "40, 'the TLS session failed while connecting; the server has seen nothing of the request'",
    "42, 'the server wants a client certificate, or another than the TLS settings have'",
    "46, 'the server wants a client certificate, or another than the TLS settings have'",
  })
  void server_thatEndsTheHandshake(int alert, String why) throws Exception {
    // a fatal alert (RFC 8446 §6.2)
    assertEnds(new byte[] {21, 3, 3, 0, 2, 2, (byte) alert}, why);
  }

  private void assertEnds(byte[] answer, String why) throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<?> answered = threads.submit(() -> answerGreeting(server, answer));
      assertFails(client(server.getLocalPort(), trusting()), Phase.CONNECT, why);
      answered.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static @Nullable Void answerGreeting(ServerSocket server, byte[] answer)
      throws IOException {
    try (Socket socket = server.accept()) {
      assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
      socket.getOutputStream().write(answer);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
    return null;
  }
}
