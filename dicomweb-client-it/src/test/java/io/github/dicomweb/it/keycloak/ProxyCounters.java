// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a proxy has let through and what not. */
final class ProxyCounters {
  private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
  private final Set<String> tokens = new HashSet<>();
  private int accepted;

  /** Requests that were let through. */
  synchronized int accepted() {
    return accepted;
  }

  /** How many were not, by reason; a reason that did not occur is not there. */
  synchronized Map<Refusal, Integer> refused() {
    return Map.copyOf(refused);
  }

  /** How many different tokens came, good or bad. */
  synchronized int distinctTokens() {
    return tokens.size();
  }

  synchronized void accept() {
    accepted++;
  }

  synchronized void refuse(Refusal reason) {
    refused.merge(reason, 1, Integer::sum);
  }

  synchronized void saw(String token) {
    tokens.add(digest(token.getBytes(StandardCharsets.UTF_8)));
  }

  /** SHA-256 in the form of {@code x5t#S256}. */
  static String digest(byte[] bytes) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
