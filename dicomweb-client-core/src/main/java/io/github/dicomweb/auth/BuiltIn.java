// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The credentials that need nothing but this module. */
final class BuiltIn {
  private static final String AUTHORIZATION = "Authorization";

  static final Credentials NONE = new Fixed(Map.of(), "no credentials");

  private BuiltIn() {}

  static Credentials basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user name must not hold a colon (RFC 7617)");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String value = "Basic " + Base64.getEncoder().encodeToString(pair);
    return new Fixed(Map.of(AUTHORIZATION, value), "basic credentials");
  }

  static Credentials bearer(Supplier<String> token) {
    return new Bearer(Objects.requireNonNull(token, "token"));
  }

  private static final class Fixed implements Credentials {
    private final Map<String, String> headers;
    private final String description;

    Fixed(Map<String, String> headers, String description) {
      this.headers = headers;
      this.description = description;
    }

    @Override
    public Map<String, String> headers(Target target) {
      return headers;
    }

    @Override
    public String toString() {
      return description;
    }
  }

  private static final class Bearer implements Credentials {
    private final Supplier<String> token;

    Bearer(Supplier<String> token) {
      this.token = token;
    }

    @Override
    public Map<String, String> headers(Target target) {
      String value = Objects.requireNonNull(token.get(), "the supplier gave no token");
      for (int i = 0; i < value.length(); i++) {
        // A stray line end would otherwise surface in an HTTP library's message, token and all.
        if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
          throw new IllegalStateException("the bearer token holds a character that is not allowed");
        }
      }
      return Map.of(AUTHORIZATION, "Bearer " + value);
    }

    @Override
    public boolean renew(Refusal refusal) {
      return !headers(refusal.target()).equals(refusal.headers());
    }

    @Override
    public String toString() {
      return "bearer credentials";
    }
  }
}
