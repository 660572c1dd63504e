// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*,'',true", "a*,a,true", "a*c,abbc,true", "a*c,abcd,false", "?,'',false", "a?c,abc,true",
    "*b*,abc,true", "*ab,aab,true", "**,x,true", "a.c,abc,false", "abc,abc,true", "abc,abcd,false"
  })
  void matches_isAsTheStandardSays(String pattern, String text, boolean expected) {
    assertThat(Glob.matches(pattern, text)).isEqualTo(expected);
  }

  @Test
  void matches_hostilePattern_endsSoon() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(Glob.matches("*a".repeat(500) + "b", "a".repeat(5000))).isFalse());
  }
}
