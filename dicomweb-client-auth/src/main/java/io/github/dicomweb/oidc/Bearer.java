// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import java.util.Map;

/** The header of RFC 6750 §2.1. */
final class Bearer {
  private static final String HEADER = "Authorization";
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  static Map<String, String> headers(String token) {
    return Map.of(HEADER, SCHEME + token);
  }

  static String token(Map<String, String> headers) {
    String value = headers.getOrDefault(HEADER, "");
    return value.startsWith(SCHEME) ? value.substring(SCHEME.length()) : "";
  }
}
