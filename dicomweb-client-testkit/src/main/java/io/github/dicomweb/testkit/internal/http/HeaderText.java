// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.util.ArrayList;
import java.util.List;

/** Lists and parameters in the values of headers (RFC 9110 §5.6). */
public final class HeaderText {
  private HeaderText() {}

  /** The pieces between delimiters that stand outside of quotes. */
  public static List<String> split(String text, char delimiter) {
    List<String> pieces = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        pieces.add(text.substring(from, i));
        from = i + 1;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** A value without the quotes around it, if there are any. */
  public static String unquoted(String value) {
    return isQuoted(value)
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }

  /** Whether quotes stand around a value. */
  public static boolean isQuoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
  }
}
