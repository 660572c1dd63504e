// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page says is printed, in which {@code …} stands for anything. */
final class ExpectedOutput {
  private static final String ANYTHING = "…";

  private ExpectedOutput() {}

  /** Whether it is what was printed; blanks and empty lines at the ends aside. */
  static boolean matches(String expected, String printed) {
    String pattern =
        expected
            .stripTrailing()
            .lines()
            .map(String::stripTrailing)
            .map(ExpectedOutput::line)
            .collect(Collectors.joining());
    String text =
        printed
            .stripTrailing()
            .lines()
            .map(line -> line.stripTrailing() + "\n")
            .collect(Collectors.joining());
    return Pattern.matches(pattern, text);
  }

  private static String line(String line) {
    if (line.strip().equals(ANYTHING)) {
      return "(?:[^\\n]*\\n)*";
    }
    return Pattern.compile(ANYTHING)
        .splitAsStream(line + "\n")
        .map(Pattern::quote)
        .collect(Collectors.joining("[^\\n]*"));
  }
}
