// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;
import okio.Sink;
import okio.Source;
import okio.Throttler;
import org.jspecify.annotations.Nullable;

/** Hands a request on to the server behind and its answer back, in small pieces. */
final class Forwarding implements AutoCloseable {
  /** What is said between two neighbours only, and what is not the backend's business. */
  private static final Set<String> NOT_FORWARDED =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "expect",
          "forwarded",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final int PIECE = 16 * 1024;

  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .retryOnConnectionFailure(false)
          // Orthanc ends connections that are idle for a second: none is kept, so none is stale.
          .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
          .readTimeout(Duration.ZERO)
          .writeTimeout(Duration.ZERO)
          .build();
  private final HttpUrl backend;
  private final Throttler throttler = new Throttler();

  /**
   * Forwards to a server.
   *
   * @param bytesPerSecond of all bodies together; 0 for as fast as it goes
   */
  Forwarding(HttpUrl backend, long bytesPerSecond) {
    this.backend = backend;
    this.throttler.bytesPerSecond(bytesPerSecond, PIECE, 4L * PIECE);
  }

  /** Forwards; an answer that is cut on its way here is cut on its way on. */
  void forward(HttpExchange exchange) throws IOException {
    try (Response answer = http.newCall(request(exchange)).execute()) {
      Headers headers = exchange.getResponseHeaders();
      answer
          .headers()
          .forEach(
              header -> {
                if (isForwarded(header.getFirst())) {
                  headers.add(header.getFirst(), header.getSecond());
                }
              });
      BufferedSource body = answer.body().source();
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (head || hasNoBody(answer)) {
        String length = answer.header("Content-Length");
        if (head && length != null) {
          headers.set("Content-Length", length);
        }
        exchange.sendResponseHeaders(answer.code(), -1);
      } else {
        // Here 0 means chunked.
        long length = answer.body().contentLength();
        exchange.sendResponseHeaders(answer.code(), Math.max(length, 0));
        Sink out = throttler.sink(Okio.sink(exchange.getResponseBody()));
        pump(body, out);
        out.close();
      }
    }
  }

  private static boolean hasNoBody(Response answer) {
    return answer.code() == 204 || answer.code() == 304 || answer.body().contentLength() == 0;
  }

  private Request request(HttpExchange exchange) {
    HttpUrl url = backend.resolve(exchange.getRequestURI().toString());
    if (url == null) {
      throw new IllegalArgumentException("no target for the backend");
    }
    Request.Builder request =
        new Request.Builder().url(url).method(exchange.getRequestMethod(), body(exchange));
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      if (isForwarded(header.getKey())) {
        header.getValue().forEach(value -> request.addHeader(header.getKey(), value));
      }
    }
    if (!exchange.getRequestHeaders().containsKey("Accept-Encoding")) {
      // Or the HTTP client asks for one of its own and undoes it.
      request.header("Accept-Encoding", "identity");
    }
    // So that the links in the answer lead here.
    String scheme = exchange instanceof HttpsExchange ? "https" : "http";
    request.header(
        "Forwarded",
        String.format(
            Locale.ROOT,
            "host=%s;proto=%s",
            exchange.getRequestHeaders().getFirst("Host"),
            scheme));
    return request.build();
  }

  private static boolean isForwarded(String header) {
    return !NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT));
  }

  private @Nullable RequestBody body(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String length = headers.getFirst("Content-Length");
    boolean some = length != null || headers.containsKey("Transfer-Encoding");
    if (!some) {
      return exchange.getRequestMethod().equals("POST") ? RequestBody.create(new byte[0]) : null;
    }
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        // Forwarded among the headers, as it was written.
        return null;
      }

      @Override
      public long contentLength() {
        return length == null ? -1 : Long.parseLong(length);
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        Source in = throttler.source(Okio.source(exchange.getRequestBody()));
        pump(in, sink);
      }
    };
  }

  private static void pump(Source from, Sink to) throws IOException {
    Buffer piece = new Buffer();
    for (long read = from.read(piece, PIECE); read != -1; read = from.read(piece, PIECE)) {
      to.write(piece, read);
      to.flush();
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
