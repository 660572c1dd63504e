// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the proxy transfers; all tokens are good here. */
@Timeout(60)
class BearerProxyTest {
  private static final TokenCheck ANY =
      token -> new TokenCheck.Accepted(Set.of(Hospital.READ, Hospital.WRITE), Optional.empty());
  private static final byte[] MEBIBYTE = new byte[1 << 20];

  private final PrivateAuthority authority = PrivateAuthority.create();
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .sslSocketFactory(authority.trust().sslSocketFactory(), authority.trust().trustManager())
          .build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private @Nullable HttpServer backend;

  @AfterEach
  void stop() {
    if (backend != null) {
      backend.stop(0);
    }
    threads.shutdownNow();
  }

  @Test
  void upload_reachesTheBackendWhileTheClientStillSends() throws Exception {
    CountDownLatch firstSeen = new CountDownLatch(1);
    AtomicLong received = new AtomicLong();
    try (BearerProxy proxy =
        proxy(
            exchange -> {
              try (InputStream body = exchange.getRequestBody()) {
                received.addAndGet(body.readNBytes(MEBIBYTE.length).length);
                firstSeen.countDown();
                received.addAndGet(body.transferTo(OutputStream.nullOutputStream()));
              }
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            })) {
      for (long length : new long[] {-1, 3L * MEBIBYTE.length}) {
        received.set(0);
        Request request = request(proxy).post(waiting(firstSeen, length)).build();
        try (Response answer = http.newCall(request).execute()) {
          assertThat(answer.code()).isEqualTo(200);
        }
        assertThat(received).hasValue(3L * MEBIBYTE.length);
      }
    }
  }

  private static RequestBody waiting(CountDownLatch firstSeen, long length) {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        return null;
      }

      @Override
      public long contentLength() {
        return length;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.write(MEBIBYTE).write(MEBIBYTE).flush();
        await(firstSeen);
        sink.write(MEBIBYTE);
      }
    };
  }

  @Test
  void download_reachesTheClientWhileTheBackendStillSends() throws Exception {
    for (long length : new long[] {0, 3L * MEBIBYTE.length}) {
      CountDownLatch firstSeen = new CountDownLatch(1);
      try (BearerProxy proxy =
          proxy(
              exchange -> {
                exchange.sendResponseHeaders(200, length);
                exchange.getResponseBody().write(MEBIBYTE);
                exchange.getResponseBody().write(MEBIBYTE);
                exchange.getResponseBody().flush();
                await(firstSeen);
                exchange.getResponseBody().write(MEBIBYTE);
                exchange.close();
              })) {
        try (Response answer = http.newCall(request(proxy).build()).execute()) {
          BufferedSource body = answer.body().source();
          body.skip(MEBIBYTE.length);
          firstSeen.countDown();
          body.skip(2L * MEBIBYTE.length);
          assertThat(body.exhausted()).isTrue();
        }
      }
    }
  }

  @Test
  void download_thatTheBackendCuts_isCutHereToo() throws Exception {
    for (long length : new long[] {0, 3L * MEBIBYTE.length}) {
      try (BearerProxy proxy =
          proxy(
              exchange -> {
                exchange.sendResponseHeaders(200, length);
                exchange.getResponseBody().write(MEBIBYTE);
                exchange.getResponseBody().flush();
                throw new IOException("the backend breaks");
              })) {
        try (Response answer = http.newCall(request(proxy).build()).execute()) {
          assertThat(answer.code()).isEqualTo(200);
          assertThatIOException().isThrownBy(() -> answer.body().source().skip(Long.MAX_VALUE));
        }
      }
    }
  }

  @Test
  void request_withoutABackend_is502() throws Exception {
    int nobody = KeycloakProcess.freePort();
    try (BearerProxy proxy =
        BearerProxy.before("http://127.0.0.1:" + nobody, ANY).https(authority).start()) {
      try (Response answer = http.newCall(request(proxy).build()).execute()) {
        assertThat(answer.code()).isEqualTo(502);
      }
    }
  }

  @Test
  void headersAndStatus_areThoseOfTheBackend() throws Exception {
    try (BearerProxy proxy =
        proxy(
            exchange -> {
              exchange.getResponseHeaders().set("Warning", "299 a \"b\"");
              exchange
                  .getResponseHeaders()
                  .set("X-Forwarded", exchange.getRequestHeaders().getFirst("Forwarded"));
              exchange.getResponseHeaders().set("X-Target", exchange.getRequestURI().toString());
              exchange.sendResponseHeaders(204, -1);
              exchange.close();
            })) {
      Request request = request(proxy).url(proxy.url() + "studies?PatientName=a%5Eb&x=%2F").build();
      try (Response answer = http.newCall(request).execute()) {
        assertThat(answer.code()).isEqualTo(204);
        assertThat(answer.header("Warning")).isEqualTo("299 a \"b\"");
        assertThat(answer.header("X-Target")).isEqualTo("/studies?PatientName=a%5Eb&x=%2F");
        assertThat(answer.header("X-Forwarded"))
            .isEqualTo("host=localhost:" + request.url().port() + ";proto=https");
      }
    }
  }

  @Test
  void throttled_takesItsTimeBothWays() throws Exception {
    HttpHandler echo =
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        };
    try (BearerProxy proxy =
        BearerProxy.before(start(echo), ANY)
            .https(authority)
            .bytesPerSecond(MEBIBYTE.length)
            .start()) {
      long start = System.nanoTime();
      Request request = request(proxy).post(RequestBody.create(MEBIBYTE)).build();
      try (Response answer = http.newCall(request).execute()) {
        assertThat(answer.body().bytes()).isEqualTo(MEBIBYTE);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(1700), Duration.ofMillis(4000));
    }
  }

  private BearerProxy proxy(HttpHandler handler) throws IOException {
    return BearerProxy.before(start(handler), ANY).https(authority).start();
  }

  private String start(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
    if (backend != null) {
      backend.stop(0);
    }
    backend = server;
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static Request.Builder request(BearerProxy proxy) {
    return new Request.Builder().url(proxy.url()).header("Authorization", "Bearer any");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IOException("nothing arrived on the other side");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
