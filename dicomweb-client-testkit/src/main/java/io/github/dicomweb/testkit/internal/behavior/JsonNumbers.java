// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.AnswerBehavior.Numbers;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers of DICOM JSON as strings. */
final class JsonNumbers {
  // within a string a quote has a backslash before it, so that this matches attributes only
  private static final Pattern VALUES =
      Pattern.compile("\"vr\":\"(DS|IS|SV|UV|FL|FD|SL|SS|UL|US)\",\"Value\":\\[([^\\]\"]*)]");
  private static final Pattern ALLOWED = Pattern.compile("DS|IS|SV|UV");

  private JsonNumbers() {}

  static String in(String json, Numbers numbers) {
    if (numbers == Numbers.NUMBERS) {
      return json;
    }
    Matcher matcher = VALUES.matcher(json);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      boolean change =
          numbers == Numbers.ALL_STRINGS || ALLOWED.matcher(matcher.group(1)).matches();
      String replacement =
          change
              ? "\"vr\":\"" + matcher.group(1) + "\",\"Value\":[" + quoted(matcher.group(2)) + "]"
              : matcher.group();
      matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
    }
    return matcher.appendTail(result).toString();
  }

  private static String quoted(String values) {
    return Arrays.stream(values.split(",", -1))
        .map(value -> value.equals("null") ? value : '"' + value + '"')
        .collect(Collectors.joining(","));
  }
}
