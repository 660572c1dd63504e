// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Sends the requests of the protocol library: no redirections, no cookies, bounded answers. */
final class OkHttpSender implements HTTPRequestSender {
  static final int MOST_BYTES = 1 << 20;

  /** A server that lets an answer trickle must not keep everybody waiting for a token. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private final OkHttpClient http;

  OkHttpSender(OkHttpClient base) {
    this.http =
        base.newBuilder()
            .callTimeout(
                base.callTimeoutMillis() == 0
                    ? LONGEST_CALL
                    : Duration.ofMillis(base.callTimeoutMillis()))
            // A token request that follows a redirection hands a secret to somebody else.
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            .build();
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    String body = request.getBody();
    Request.Builder builder =
        new Request.Builder()
            .url(request.getURL())
            .method(
                request.getMethod().name(),
                body == null ? null : RequestBody.create(body.getBytes(UTF_8)));
    for (Map.Entry<String, List<String>> header : request.getHeaderMap().entrySet()) {
      header.getValue().forEach(value -> builder.addHeader(header.getKey(), value));
    }
    builder.header("Accept", "application/json");
    try (Response response = http.newCall(builder.build()).execute()) {
      HTTPResponse answer = new HTTPResponse(response.code());
      for (String name : response.headers().names()) {
        answer.setHeader(name, response.headers(name).toArray(String[]::new));
      }
      answer.setBody(text(response.body().source()));
      return answer;
    }
  }

  private static String text(BufferedSource source) throws IOException {
    Buffer kept = new Buffer();
    while (source.read(kept, MOST_BYTES + 1L - kept.size()) >= 0) {
      if (kept.size() > MOST_BYTES) {
        throw new TooLongException();
      }
    }
    return kept.readUtf8();
  }

  /** No token answer is as long as this one. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("more than " + MOST_BYTES + " bytes");
    }
  }
}
