// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLayoutTest {
  @Test
  void layout_ofATemplate_isAValue() {
    FileLayout layout = FileLayout.of("{study}/{series}/{instance}.dcm");
    assertThat(layout).isEqualTo(FileLayout.standard()).hasSameHashCodeAs(FileLayout.standard());
    assertThat(layout.template()).isEqualTo("{study}/{series}/{instance}.dcm");
    assertThat(FileLayout.of("x/{instance}"))
        .isNotEqualTo(layout)
        .hasToString("FileLayout[x/{instance}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../{instance}",
        "/{instance}",
        "a/../../{instance}",
        "./{instance}",
        "{instance}/..",
        "{study}/../{instance}",
        "c:{instance}",
        "..\\{instance}",
        "{{instance}",
        "a\n{instance}",
        "\0{instance}"
      })
  void template_thatCouldLeadElsewhere_isRefused(String template) {
    assertThatThrownBy(() -> FileLayout.of(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must stay below the directory");
  }

  @Test
  void template_withoutInstanceOrWithAnotherPlace_isRefused() {
    assertThatThrownBy(() -> FileLayout.of("{study}/all.dcm"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs {instance}");
    assertThatThrownBy(() -> FileLayout.of("{PatientName}/{instance}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{study}, {series} and {instance} only");
  }
}
