// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Where the browser comes back to: a port of this machine that is open while somebody signs in (RFC
 * 8252 §7.3). Takes the first answer that belongs to the request, and nothing else.
 */
final class Loopback implements AutoCloseable {
  private static final String PATH = "/callback";
  private static final String PAGE =
      "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Signed in</title>"
          + "<body><p>This window can be closed; go on in the program.</p></body></html>";

  private final HttpServer server;
  private final Predicate<Map<String, List<String>>> ours;
  private final CompletableFuture<Map<String, List<String>>> answer = new CompletableFuture<>();

  Loopback(Predicate<Map<String, List<String>>> ours, Executor executor) throws IOException {
    this.ours = ours;
    InetAddress here = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    this.server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  URI redirectUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  CompletableFuture<Map<String, List<String>>> answer() {
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      if (!exchange.getRequestMethod().equals("GET") || !PATH.equals(uri.getPath())) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Map<String, List<String>> parameters = URLUtils.parseParameters(uri.getRawQuery());
      if (!ours.test(parameters)) {
        // Any page can send a browser here: only who knows the state is heard.
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      byte[] page = PAGE.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(200, page.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(page);
      }
      boolean unused = answer.complete(parameters);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
