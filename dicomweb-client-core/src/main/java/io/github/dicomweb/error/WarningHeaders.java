// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Warning} headers as servers really write them: with and without quotes, with an
 * agent that is a host, a product or a whole URL, with or without the code, several in one header.
 *
 * <p>Implements PS3.18 §8.4.3 loosely.
 */
public final class WarningHeaders {
  private static final Pattern START = Pattern.compile("\\s*(\\d{3})\\s+(\\S+)\\s*");
  // without the blanks in front of the comma, which would be tried from each of them
  private static final Pattern NEXT = Pattern.compile(",\\s*(?=\\d{3}\\s+\\S+\\s+\")");
  private static final Pattern REMAINING =
      Pattern.compile("(\\d{1,18})\\s+additional\\s+results", Pattern.CASE_INSENSITIVE);

  private WarningHeaders() {}

  /**
   * Reads the values of all {@code Warning} headers of an answer.
   *
   * @param values the header values, in order
   * @return the warnings, in order; never fails
   */
  public static List<Warning> parse(List<String> values) {
    List<Warning> warnings = new ArrayList<>();
    for (String value : values) {
      parseOne(value.strip(), warnings);
    }
    return List.copyOf(warnings);
  }

  // by index: a header of many warnings must not be copied for each of them
  private static void parseOne(String value, List<Warning> into) {
    Matcher start = START.matcher(value);
    Matcher next = NEXT.matcher(value);
    int at = 0;
    while (at < value.length()) {
      start.region(at, value.length());
      if (!start.lookingAt()) {
        into.add(new Warning(Warning.Kind.SERVER, 0, unquote(value.substring(at))));
        return;
      }
      int code = Integer.parseInt(start.group(1));
      int text = start.end();
      if (!value.startsWith("\"", text)) {
        into.add(new Warning(Warning.Kind.SERVER, code, value.substring(text).strip()));
        return;
      }
      int end = closingQuote(value, text);
      into.add(new Warning(Warning.Kind.SERVER, code, unquote(value.substring(text, end))));
      at = next.find(end) ? next.end() : value.length();
    }
  }

  private static int closingQuote(String value, int opening) {
    for (int i = opening + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i + 1;
      }
    }
    return value.length();
  }

  private static String unquote(String text) {
    String bare = text.strip();
    if (bare.length() < 2 || bare.charAt(0) != '"') {
      return bare;
    }
    StringBuilder out = new StringBuilder(bare.length());
    int end = bare.endsWith("\"") ? bare.length() - 1 : bare.length();
    for (int i = 1; i < end; i++) {
      char c = bare.charAt(i);
      if (c == '\\' && i + 1 < end) {
        c = bare.charAt(++i);
      }
      out.append(c);
    }
    return out.toString();
  }

  static OptionalLong remainingResults(String text) {
    Matcher matcher = REMAINING.matcher(text);
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
