// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.cli.run.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final Path DIRECTORY = Path.of("out");

  @Test
  void place_ofNames_followsTheTemplate() {
    assertThat(
            new Layout("x/{series}-{instance}.dcm")
                .place(DIRECTORY, Path.of("1"), Path.of("2"), Path.of("3.dcm")))
        .isEqualTo(DIRECTORY.resolve("x").resolve("2-3.dcm"));
    assertThat(new Layout(Layout.DEFAULT).foresee(DIRECTORY, "1.2", "1.3", "1.4"))
        .hasValue(DIRECTORY.resolve("1.2").resolve("1.3").resolve("1.4.dcm"));
    assertThat(new Layout(Layout.DEFAULT).foresee(DIRECTORY, "..", "1.3", "1.4")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../{instance}",
        "/{instance}",
        "a/../../{instance}",
        "{study}/..",
        "{study}/../{instance}",
        "c:{instance}",
        "..\\{instance}",
        "{PatientName}/{instance}",
        "{study}",
        "a\n{instance}"
      })
  void layout_thatLeadsElsewhere_isRefused(String template) {
    assertThatThrownBy(() -> new Layout(template)).isInstanceOf(UsageException.class);
  }
}
