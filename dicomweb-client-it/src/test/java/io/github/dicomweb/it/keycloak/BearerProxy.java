// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A proxy in front of a DICOMweb server that lets only those through who have a good token: {@code
 * GET} wants the role {@link Hospital#READ}, all that changes something {@link Hospital#WRITE}.
 * Bodies stream both ways.
 */
final class BearerProxy implements AutoCloseable {
  static {
    // Read by the server once: each small answer would wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ProxyCounters counters = new ProxyCounters();
  private final HttpServer server;
  private final Forwarding forwarding;
  private final String url;

  private BearerProxy(HttpServer server, Builder settings) {
    this.server = server;
    this.forwarding = new Forwarding(settings.backend, settings.bytesPerSecond);
    this.url =
        settings
            .backend
            .newBuilder()
            .scheme(server instanceof HttpsServer ? "https" : "http")
            .host("localhost")
            .port(server.getAddress().getPort())
            .toString();
    BearerGate gate = new BearerGate(settings.check, counters);
    server.createContext("/", exchange -> handle(exchange, gate));
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Describes a proxy.
   *
   * @param backend the base URL of the services behind; the proxy has the same path
   */
  static Builder before(String backend, TokenCheck check) {
    return new Builder(HttpUrl.get(backend), check);
  }

  /** The base URL of the services here. */
  String url() {
    return url;
  }

  ProxyCounters counters() {
    return counters;
  }

  private void handle(HttpExchange exchange, BearerGate gate) throws IOException {
    try {
      gate.pass(exchange);
    } catch (RefusedException e) {
      refuse(exchange, e.reason());
      return;
    } catch (IOException e) {
      answer(exchange, 503, "the token cannot be checked: " + e.getMessage());
      return;
    }
    try {
      forwarding.forward(exchange);
    } catch (IOException e) {
      if (exchange.getResponseCode() != -1) {
        // Ends the connection in the middle of the answer.
        throw e;
      }
      answer(exchange, 502, "no answer from the server behind");
    }
    exchange.close();
  }

  private static void refuse(HttpExchange exchange, Refusal reason) throws IOException {
    exchange
        .getResponseHeaders()
        .set("WWW-Authenticate", reason.challenge(BearerGate.role(exchange)));
    answer(exchange, reason.status(), "refused: " + reason);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (InputStream rest = exchange.getRequestBody()) {
      // Who is still sending would find the connection closed and see no answer.
      rest.transferTo(OutputStream.nullOutputStream());
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=utf-8");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    forwarding.close();
  }

  /** What a proxy is like. */
  static final class Builder {
    private final HttpUrl backend;
    private final TokenCheck check;
    private @Nullable PrivateAuthority authority;
    private long bytesPerSecond;

    private Builder(HttpUrl backend, TokenCheck check) {
      this.backend = backend;
      this.check = check;
    }

    /** HTTPS with the certificate of an authority; clients may show theirs. */
    Builder https(PrivateAuthority value) {
      this.authority = value;
      return this;
    }

    /** How fast all bodies together go. */
    Builder bytesPerSecond(long value) {
      this.bytesPerSecond = value;
      return this;
    }

    BearerProxy start() throws IOException {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      if (authority == null) {
        return new BearerProxy(HttpServer.create(address, 0), this);
      }
      HttpsServer server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(
          new HttpsConfigurator(authority.with(authority.server()).sslContext()) {
            @Override
            public void configure(HttpsParameters parameters) {
              SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
              wanted.setWantClientAuth(true);
              parameters.setSSLParameters(wanted);
            }
          });
      return new BearerProxy(server, this);
    }
  }
}
