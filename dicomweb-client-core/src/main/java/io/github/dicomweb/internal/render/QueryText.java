// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Percent;

/**
 * Writes a query (PS3.18 §8.3.1). The commas of a list stay as they are, since some servers take
 * lists apart before they decode; within a value they are encoded.
 */
final class QueryText {
  private static final String LITERAL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~*?:/@!$()";

  private final StringBuilder text = new StringBuilder();

  /** Adds a value that may hold anything. */
  QueryText add(String name, String value) {
    return list(name, Percent.encode(value, LITERAL));
  }

  /** Adds a value that needs no encoding, such as numbers with commas between them. */
  QueryText list(String name, String encoded) {
    text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(encoded);
    return this;
  }

  static String encode(String value) {
    return Percent.encode(value, LITERAL);
  }

  /** The query, without its question mark. */
  String write() {
    return text.toString();
  }
}
