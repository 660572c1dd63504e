// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.samples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class MissingTest {
  private static final String SWITCH = "dicomweb.it.missing.test";

  @AfterEach
  void clear() {
    System.clearProperty(SWITCH);
  }

  @Test
  void because_withoutTheSwitch_skipsAndNamesIt() {
    assertThatThrownBy(
            () -> {
              throw Missing.because("no samples", SWITCH);
            })
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("no samples")
        .hasMessageContaining(SWITCH);
  }

  @Test
  void because_withTheSwitch_fails() {
    System.setProperty(SWITCH, "true");
    assertThatThrownBy(
            () -> {
              throw Missing.because("no samples", "another.switch", SWITCH);
            })
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("no samples")
        .hasMessageContaining(SWITCH);
  }
}
