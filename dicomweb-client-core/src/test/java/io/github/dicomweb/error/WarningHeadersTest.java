// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarningHeadersTest {
  // OkHttp takes headers of 256 KiB
  private static final int LONGEST = 256 * 1024;

  @Test
  void parse_severalInOneHeader_givesEach() {
    List<Warning> warnings =
        WarningHeaders.parse(
            List.of("299 host \"a \\\"b\\\", c\" \"Sun, 22 Nov 2026\" ,  199 - \"d\"", "299 e f"));
    assertThat(warnings).extracting(Warning::code).containsExactly(299, 199, 299);
    assertThat(warnings).extracting(Warning::text).containsExactly("a \"b\", c", "d", "f");
  }

  @Test
  void parse_withoutCode_keepsTheText() {
    assertThat(WarningHeaders.parse(List.of(" text, 12 \"x\" ", "", "\"quoted\"")))
        .extracting(Warning::text)
        .containsExactly("text, 12 \"x\"", "quoted");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", ", ", ", 299 a \"b\"", ",299  ", "\\", "1 "})
  void parse_longestHeaderThereIs_isReadAtOnce(String repeated) {
    String value = "299 - \"a\"" + repeated.repeat(LONGEST / repeated.length()) + "x";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatCode(
                    () -> WarningHeaders.parse(List.of(value)).forEach(Warning::remainingResults))
                .doesNotThrowAnyException());
  }
}
