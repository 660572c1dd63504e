// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The query of a request, as it is written (PS3.18 §8.3.1).
 *
 * <p>Some servers split lists at commas before they decode, so the comma between values stays as it
 * is and a comma within a value is encoded. Some do not decode at all, so what need not be encoded
 * is left alone. Not thread-safe.
 */
public final class Query {
  /**
   * What stays as it is: all that RFC 3986 §3.4 lets stand in a query, less the separators {@code &
   * = + , ;} and the quote, which servers and proxies treat in ways of their own.
   */
  public static final String LITERAL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~*?:/@!$()";

  private final StringBuilder text = new StringBuilder();

  /** Adds a parameter. */
  public Query add(String name, String value) {
    return add(name, List.of(value));
  }

  /** Adds a parameter whose value is a list. */
  public Query add(String name, List<String> values) {
    return add(name, values, ",");
  }

  /** Adds a parameter whose value is a list, with what stands between its values, encoded. */
  public Query add(String name, List<String> values, String separator) {
    text.append(text.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(values.stream().map(Query::encode).collect(Collectors.joining(separator)));
    return this;
  }

  /** One value as it is written. */
  public static String encode(String value) {
    return Percent.encode(value, LITERAL);
  }

  /** Whether a server that does not decode would misread a value. */
  public static boolean needsDecoding(String value) {
    return !encode(value).equals(value);
  }

  /** The query without its question mark. */
  public String encoded() {
    return text.toString();
  }

  /** Nothing of what is asked. */
  @Override
  public String toString() {
    return "Query";
  }
}
