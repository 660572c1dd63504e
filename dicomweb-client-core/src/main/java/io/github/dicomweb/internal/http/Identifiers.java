// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * Identifiers as path segments.
 *
 * <p>A server may use its own identifiers where the standard has UIDs, so any text is taken that
 * cannot be mistaken for another path: a slash or a dot segment would let an identifier that came
 * from outside reach another resource of the same server, with the user's credentials.
 */
public final class Identifiers {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private Identifiers() {}

  /**
   * Checks an identifier.
   *
   * @param what what it identifies, for the message
   * @param value the identifier
   * @return the value
   * @throws IllegalArgumentException if it cannot be a path segment
   */
  public static String check(String what, String value) {
    String objection = objection(value);
    if (objection != null) {
      throw new IllegalArgumentException("the identifier of the " + what + ' ' + objection);
    }
    return value;
  }

  /** Whether an identifier can be a path segment. */
  public static boolean isSegment(String value) {
    return objection(value) == null;
  }

  private static @Nullable String objection(String value) {
    if (value.isEmpty()) {
      return "is empty";
    }
    if (value.equals(".") || value.equals("..")) {
      return "is a dot segment";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '/' || c == '\\' || Character.isISOControl(c)) {
        return "holds a character that no path segment may hold";
      }
    }
    return null;
  }

  /** Percent-encodes a checked identifier as one path segment. */
  static String encode(String value) {
    return Percent.encode(value, UNRESERVED);
  }
}
