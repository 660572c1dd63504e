// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.error.WarningHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class WarningHeadersFuzzTest {
  @FuzzTest
  void parse(byte[] data) {
    String value = new String(data, StandardCharsets.UTF_8);
    List<Warning> warnings = WarningHeaders.parse(List.of(value));
    assertThat(warnings.isEmpty()).isEqualTo(value.isBlank());
    assertThat(warnings)
        .allSatisfy(
            warning -> {
              assertThat(warning.code()).isBetween(0, 999);
              assertThat(warning.text().length()).isLessThanOrEqualTo(value.length());
            });
    List<Warning> twice = new ArrayList<>(warnings);
    twice.addAll(warnings);
    assertThat(WarningHeaders.parse(List.of(value, value))).isEqualTo(twice);
  }
}
