// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.cert.Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Handshake;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An authorization server that gives numbered tokens and does what a test says: {@code t1}, {@code
 * t2}, each with refresh token {@code r1}, {@code r2}.
 */
final class LoginServer extends Dispatcher implements BeforeEachCallback, AfterEachCallback {
  /** A request to the token, device or revocation end point. */
  record Asked(
      String path,
      Map<String, String> form,
      @Nullable String authorization,
      List<Certificate> certificates) {}

  private final MockWebServer server = new MockWebServer();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger discoveries = new AtomicInteger();
  private final AtomicInteger tokens = new AtomicInteger();
  private final Deque<MockResponse> next = new ArrayDeque<>();
  private UnaryOperator<Map<String, String>> metadata = UnaryOperator.identity();
  private @Nullable Function<Asked, MockResponse> answer;
  private int lifetime = 60;
  private boolean refreshTokens;
  private volatile boolean discoveryDown;

  LoginServer() {}

  /** One on HTTPS that asks for a client certificate. */
  LoginServer(HandshakeCertificates certificates) {
    server.useHttps(certificates.sslSocketFactory());
    server.requestClientAuth();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    server.setServerSocketFactory(new PromptServerSockets());
    server.setDispatcher(this);
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.close();
  }

  String issuer() {
    return origin() + "/realms/hospital";
  }

  String origin() {
    String url = server.url("/").toString();
    return url.substring(0, url.length() - 1);
  }

  MockWebServer server() {
    return server;
  }

  /** Starts to describe credentials of this server for a client with a secret. */
  Oidc oidc() {
    return Oidc.issuer(issuer()).client("platform", ClientAuthentication.secret("s3cret"));
  }

  /** How long tokens live, in seconds; negative: nothing is said. */
  LoginServer lifetime(int seconds) {
    lifetime = seconds;
    return this;
  }

  /** From now on discovery is answered 503. */
  void discoveryDown() {
    discoveryDown = true;
  }

  LoginServer withRefreshTokens() {
    refreshTokens = true;
    return this;
  }

  /** Changes the metadata. */
  LoginServer metadata(UnaryOperator<Map<String, String>> change) {
    metadata = change;
    return this;
  }

  /** Answers the next request, discovery aside, with this; several are taken in order. */
  synchronized LoginServer next(MockResponse response) {
    next.add(response);
    return this;
  }

  /** Answers all requests, discovery aside, unless {@link #next} has something. */
  LoginServer answer(Function<Asked, MockResponse> function) {
    answer = function;
    return this;
  }

  List<Asked> asked() {
    return asked;
  }

  Asked only() {
    if (asked.size() != 1) {
      throw new AssertionError("not one request but " + asked.size());
    }
    return asked.get(0);
  }

  int discoveries() {
    return discoveries.get();
  }

  static MockResponse error(int status, String code) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body("{\"error\":\"" + code + "\",\"error_description\":\"n0t4you s3cret t1 r1\"}")
        .build();
  }

  static MockResponse json(String text) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(text)
        .build();
  }

  /** A token answer with the next numbers. */
  MockResponse token() {
    int number = tokens.incrementAndGet();
    return json(
        "{\"access_token\":\"t"
            + number
            + "\",\"token_type\":\"Bearer\""
            + (lifetime < 0 ? "" : ",\"expires_in\":" + lifetime)
            + (refreshTokens ? ",\"refresh_token\":\"r" + number + "\"" : "")
            + "}");
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.contains("/.well-known/")) {
      discoveries.incrementAndGet();
      return discoveryDown ? new MockResponse.Builder().code(503).build() : discovery(path);
    }
    String body = Objects.requireNonNull(request.getBody()).utf8();
    Handshake handshake = request.getHandshake();
    Asked now =
        new Asked(
            path,
            form(body),
            request.getHeaders().get("Authorization"),
            handshake == null ? List.of() : handshake.peerCertificates());
    asked.add(now);
    synchronized (this) {
      if (!next.isEmpty()) {
        return next.remove();
      }
    }
    if (answer != null) {
      return answer.apply(now);
    }
    return path.equals("/revoke") ? new MockResponse.Builder().build() : token();
  }

  private MockResponse discovery(String path) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("issuer", issuer());
    values.put("authorization_endpoint", origin() + "/auth");
    values.put("token_endpoint", origin() + "/token");
    values.put("device_authorization_endpoint", origin() + "/device");
    values.put("revocation_endpoint", origin() + "/revoke");
    values.put("path", "/realms/hospital/.well-known/openid-configuration");
    values = metadata.apply(values);
    if (!path.equals(values.remove("path"))) {
      return new MockResponse.Builder().code(404).build();
    }
    List<String> members = new ArrayList<>();
    values.forEach((name, value) -> members.add("\"" + name + "\":" + quoted(value)));
    return json("{" + String.join(",", members) + "}");
  }

  private static String quoted(String value) {
    return value.equals("true") || value.startsWith("[") || value.startsWith("{")
        ? value
        : "\"" + value + "\"";
  }

  static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return form;
  }
}
