// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import io.github.dicomweb.testkit.internal.http.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Who may come in. Immutable. */
public final class Guard {
  /** Lets everyone in. */
  public static final Guard OPEN = new Guard("", "");

  private static final String REALM = "realm=\"dicomweb-testkit\"";

  private final String scheme;
  private final String credentials;

  private Guard(String scheme, String credentials) {
    this.scheme = scheme;
    this.credentials = credentials;
  }

  /** HTTP Basic (RFC 7617) in UTF-8. */
  public static Guard basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user name must not hold a colon");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Guard("Basic", Base64.getEncoder().encodeToString(pair));
  }

  /** A bearer token (RFC 6750). */
  public static Guard bearer(String token) {
    return new Guard("Bearer", token);
  }

  /** The refusal of a request with these credentials, or nothing if it may come in. */
  Optional<Answer> refusal(Optional<String> authorization) {
    if (scheme.isEmpty() || authorization.filter(this::isRight).isPresent()) {
      return Optional.empty();
    }
    String challenge = scheme + " " + REALM;
    if (scheme.equals("Basic")) {
      challenge += ", charset=\"UTF-8\"";
    } else if (authorization.isPresent()) {
      challenge += ", error=\"invalid_token\"";
    }
    return Optional.of(Answer.of(401).header("WWW-Authenticate", challenge));
  }

  private boolean isRight(String authorization) {
    String prefix = scheme.toLowerCase(Locale.ROOT) + " ";
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(prefix)) {
      return false;
    }
    byte[] given =
        authorization.substring(prefix.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, credentials.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Guard[" + scheme + "]";
  }
}
