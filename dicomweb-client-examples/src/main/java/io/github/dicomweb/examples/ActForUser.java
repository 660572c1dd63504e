// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.oidc.TokenExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A back end that acts for its callers, as a research platform in front of an archive does: what
 * the archive shows to a person is what the person may see, and the archive's audit names the
 * person.
 *
 * <p>The caller's access token is passed on as it is. Where the archive wants tokens of its own,
 * and an issuer is in the environment, it is exchanged for one first. One client serves all
 * callers.
 *
 * <p>Answers {@code GET /studies} until its input ends. The servers are in the environment: {@link
 * ProtectedServer}.
 */
public final class ActForUser {
  private ActForUser() {}

  /** How a caller's token becomes credentials of the archive. */
  @FunctionalInterface
  private interface Passing {
    Credentials of(String callerToken);
  }

  /**
   * Runs it.
   *
   * @param args nothing
   * @throws IOException if the port cannot be opened or the trusted certificates cannot be read
   */
  public static void main(String[] args) throws IOException {
    ProtectedServer server = new ProtectedServer();
    if (!server.hasIssuer()) {
      serve(server, token -> Credentials.bearer(() -> token));
      return;
    }
    try (TokenExchange exchange = server.oidc().tokenExchange()) {
      serve(server, exchange::onBehalfOf);
    }
  }

  private static void serve(ProtectedServer server, Passing passing) throws IOException {
    HttpServer backEnd =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    backEnd.setExecutor(threads);
    // Without credentials of its own: every request is made for somebody.
    try (DicomWebClient archive = server.client(Credentials.none())) {
      backEnd.createContext("/studies", exchange -> answer(exchange, archive, passing));
      backEnd.start();
      System.out.println("http://localhost:" + backEnd.getAddress().getPort() + "/studies");
      while (System.in.read() >= 0) {
        // until whoever started it ends it
      }
    } finally {
      backEnd.stop(0);
      threads.shutdown();
    }
  }

  private static void answer(HttpExchange exchange, DicomWebClient archive, Passing passing)
      throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (authorization == null || !authorization.startsWith("Bearer ")) {
        say(exchange, 401, "who are you?");
        return;
      }
      Credentials caller = passing.of(authorization.substring("Bearer ".length()));
      try (DicomWebClient forCaller = archive.withCredentials(caller)) {
        say(exchange, 200, StudyCount.of(forCaller));
      } catch (AuthenticationException e) {
        // The caller's rights are the archive's business: its verdict is handed on.
        say(exchange, e.status(), "the archive does not allow it");
      } catch (CredentialsException e) {
        boolean caller401 = e.reason() == CredentialsException.Reason.SIGN_IN_NEEDED;
        say(exchange, caller401 ? 401 : 503, "no token for the archive: " + e.reason());
      }
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    if (status == 401) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
