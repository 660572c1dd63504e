// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.error.Challenge;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.WarningHeaders;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Turns an unsuccessful answer into an exception, keeping what helps and is bounded. */
final class ErrorAnswers {
  // An allow-list: any other header may carry a cookie, a token or a redirect target.
  private static final List<String> KEPT =
      List.of("content-type", "retry-after", "allow", "date", "server");

  private ErrorAnswers() {}

  static HttpStatusException exception(Exchange exchange, Response response, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT) {
      String value = response.header(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return HttpStatusException.of(
        new HttpStatusException.Response(
            exchange.method(),
            exchange.template(),
            response.code(),
            headers,
            WarningHeaders.parse(response.headers("Warning")),
            challenges(response),
            body));
  }

  private static List<Challenge> challenges(Response response) {
    if (response.code() != 401 && response.code() != 403) {
      return List.of();
    }
    // The library reads challenges of 401 only; RFC 6750 puts them on 403 too.
    return response.newBuilder().code(401).build().challenges().stream()
        .map(challenge -> new Challenge(challenge.scheme(), named(challenge.authParams())))
        .toList();
  }

  private static Map<String, String> named(Map<String, String> parameters) {
    Map<String, String> named = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          // a challenge of a single token has no name for it
          if (name != null) {
            named.put(name.toLowerCase(Locale.ROOT), value);
          }
        });
    return named;
  }

  /** Looks at the body without consuming it. */
  static String peekBody(Response response, int limit) {
    BufferedSource source = response.body().source();
    try {
      // Fewer bytes than the limit is the usual case, and no failure.
      boolean unused = source.request(limit);
    } catch (IOException e) {
      return "(the body broke off)";
    }
    Buffer buffer = source.getBuffer();
    return buffer.snapshot((int) Math.min(limit, buffer.size())).string(charset(response));
  }

  static String body(Response response, int limit) {
    Buffer kept = new Buffer();
    try {
      BufferedSource source = response.body().source();
      while (kept.size() < limit && source.read(kept, limit - kept.size()) >= 0) {
        // read on, up to the limit
      }
    } catch (IOException e) {
      // The status is the news; a body cut short is kept as far as it came, and says so.
      return kept.readString(charset(response)) + "… (the body broke off)";
    }
    return kept.readString(charset(response));
  }

  private static Charset charset(Response response) {
    MediaType type = response.body().contentType();
    Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
    return charset == null ? StandardCharsets.UTF_8 : charset;
  }
}
