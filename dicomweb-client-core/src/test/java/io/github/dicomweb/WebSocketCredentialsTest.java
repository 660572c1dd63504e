// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.internal.http.Origins;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.http.TransportSettings;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The request that opens a WebSocket, whose URL a server names. */
class WebSocketCredentialsTest {
  private static final Credentials SECRET = Credentials.bearer(() -> "t0ken");

  @RegisterExtension final Wire wire = new Wire();
  private final MockWebServer stranger = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    stranger.start();
  }

  @AfterEach
  void stop() {
    var pool = wire.http().connectionPool();
    Awaitility.await("a socket that was given up frees its connection")
        .until(() -> pool.connectionCount() == pool.idleConnectionCount());
    stranger.close();
  }

  private Transport transport(
      HttpUrl home, Map<String, Credentials> others, Credentials usual, @Nullable Tls tls) {
    OkHttpClient http =
        wire.http().newBuilder().dns(name -> Dns.SYSTEM.lookup("localhost")).build();
    return new Transport(
        http,
        new TransportSettings(
            Map.of(Service.RETRIEVE, home),
            new Origins(List.of(home), others, false),
            usual,
            Timeouts.defaults(),
            Limits.defaults(),
            ServerProfile.standard(),
            List.of(Map.entry("X-Home", "h")),
            tls));
  }

  private Transport transport() {
    return transport(wire.server().url("/dicom-web"), Map.of(), SECRET, null);
  }

  /** What became of the opening: its status, or 0 where there was no answer. */
  private static int open(Transport transport, HttpUrl url) throws Exception {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    WebSocket socket =
        transport.webSocket(
            url,
            new WebSocketListener() {
              @Override
              public void onOpen(WebSocket webSocket, Response response) {
                status.complete(response.code());
              }

              @Override
              public void onFailure(
                  WebSocket webSocket, Throwable failure, @Nullable Response response) {
                status.complete(response == null ? 0 : response.code());
              }
            });
    try {
      return status.get(10, TimeUnit.SECONDS);
    } finally {
      socket.cancel();
    }
  }

  private static MockResponse upgrade() {
    return new MockResponse.Builder().webSocketUpgrade(new WebSocketListener() {}).build();
  }

  private static RecordedRequest take(MockWebServer server) throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
  }

  private static void assertCarries(RecordedRequest request, @Nullable String token) {
    assertThat(request.getHeaders().get("Upgrade")).isEqualTo("websocket");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo(token == null ? null : "Bearer " + token);
  }

  @Test
  void home_seesThem_andTheConfiguredHeaders() throws Exception {
    wire.enqueue(upgrade());
    assertThat(open(transport(), wire.server().url("/ws"))).isEqualTo(101);
    RecordedRequest request = wire.take();
    assertCarries(request, "t0ken");
    assertThat(request.getHeaders().get("X-Home")).isEqualTo("h");
  }

  @Test
  void otherUser_isSeenAsHimself() throws Exception {
    wire.enqueue(upgrade());
    Transport other = transport().withCredentials(Credentials.bearer(() -> "0ther"));
    assertThat(open(other, wire.server().url("/ws"))).isEqualTo(101);
    assertCarries(wire.take(), "0ther");
  }

  @Test
  void stranger_seesNothing() throws Exception {
    stranger.enqueue(upgrade());
    assertThat(open(transport(), stranger.url("/ws"))).isEqualTo(101);
    RecordedRequest request = take(stranger);
    assertCarries(request, null);
    assertThat(request.getHeaders().get("X-Home")).isNull();
  }

  @Test
  void originWithItsOwn_seesItsOwn() throws Exception {
    stranger.enqueue(upgrade());
    Transport transport =
        transport(
            wire.server().url("/"),
            Map.of(Origins.of(stranger.url("/")), Credentials.bearer(() -> "0wn")),
            SECRET,
            null);
    assertThat(open(transport, stranger.url("/ws"))).isEqualTo(101);
    RecordedRequest request = take(stranger);
    assertCarries(request, "0wn");
    assertThat(request.getHeaders().get("X-Home")).isNull();
  }

  @Test
  void homeOverHttpOnAnotherMachine_seesNothing() throws Exception {
    wire.enqueue(upgrade());
    HttpUrl home = wire.server().url("/ws").newBuilder().host("pacs.example").build();
    assertThat(open(transport(home, Map.of(), SECRET, null), home)).isEqualTo(101);
    assertCarries(wire.take(), null);
  }

  @Test
  void httpOfAServerThatIsHttps_seesNothing() throws Exception {
    wire.enqueue(upgrade());
    HttpUrl down = wire.server().url("/ws");
    HttpUrl home = down.newBuilder().scheme("https").build();
    assertThat(open(transport(home, Map.of(), SECRET, null), down)).isEqualTo(101);
    assertCarries(wire.take(), null);
  }

  @Test
  void redirection_isNotFollowed_norIsARefusalAnsweredWithMore() throws Exception {
    wire.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", stranger.url("/ws")).build());
    assertThat(open(transport(), wire.server().url("/ws"))).isEqualTo(302);
    assertThat(stranger.getRequestCount()).isZero();
    wire.enqueueStatus(401);
    assertThat(open(transport(), wire.server().url("/ws"))).isEqualTo(401);
    assertThat(wire.requests()).isEqualTo(2);
  }

  @Test
  void clientCertificate_isShownAtHomeOnly() throws Exception {
    try (TlsServer home = TlsServer.requesting();
        TlsServer other = TlsServer.requesting()) {
      HttpUrl at = HttpUrl.get(home.url("localhost", "/ws"));
      Transport transport = transport(at, Map.of(), SECRET, TlsServer.tls());
      home.server.enqueue(upgrade());
      assertThat(open(transport, at)).isEqualTo(101);
      RecordedRequest request = take(home.server);
      assertCarries(request, "t0ken");
      assertThat(TlsServer.shown(request)).contains(TlsServer.CLIENT.certificate());
      other.server.enqueue(upgrade());
      assertThat(open(transport, HttpUrl.get(other.url("localhost", "/ws")))).isEqualTo(101);
      RecordedRequest away = take(other.server);
      assertCarries(away, null);
      assertThat(TlsServer.shown(away)).isEmpty();
    }
  }

  @Test
  void credentialsThatCannotBeHad_areThrown_andNothingIsSent() {
    CredentialsException down =
        new CredentialsException("down", CredentialsException.Reason.UNAVAILABLE, null, null);
    Transport transport =
        transport(
            wire.server().url("/"),
            Map.of(),
            target -> {
              throw down;
            },
            null);
    assertThatThrownBy(() -> open(transport, wire.server().url("/ws"))).isSameAs(down);
    assertThat(wire.requests()).isZero();
  }

  @Test
  void closed_opensNothing() {
    Transport transport = transport();
    Transport other = transport.withCredentials(SECRET);
    transport.close();
    for (Transport each : List.of(transport, other)) {
      assertThatIllegalStateException().isThrownBy(() -> open(each, wire.server().url("/ws")));
    }
    assertThat(wire.requests()).isZero();
  }
}
