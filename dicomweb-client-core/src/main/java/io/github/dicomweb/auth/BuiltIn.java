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
    return new Supplied(
        AUTHORIZATION, "Bearer ", "bearer credentials", Objects.requireNonNull(token, "token"));
  }

  static Credentials apiKey(String header, Supplier<String> key) {
    if (header.isEmpty() || !header.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':')) {
      throw new IllegalArgumentException("this name of a header cannot be sent");
    }
    return new Supplied(header, "", "API key credentials", Objects.requireNonNull(key, "key"));
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

  /** A secret that the application has or gets, and that may change. */
  private static final class Supplied implements Credentials {
    private final String header;
    private final String prefix;
    private final String description;
    private final Supplier<String> secret;

    Supplied(String header, String prefix, String description, Supplier<String> secret) {
      this.header = header;
      this.prefix = prefix;
      this.description = description;
      this.secret = secret;
    }

    @Override
    public Map<String, String> headers(Target target) {
      String value = Objects.requireNonNull(secret.get(), "the supplier gave nothing");
      // A stray line end would otherwise surface in an HTTP library's message, token and all.
      if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
        throw new IllegalStateException(
            "the secret of the "
                + description
                + " is empty or holds a character that is not allowed");
      }
      return Map.of(header, prefix + value);
    }

    @Override
    public boolean renew(Refusal refusal) {
      return !headers(refusal.target()).equals(refusal.headers());
    }

    @Override
    public String toString() {
      return description;
    }
  }
}
