// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void visible_whatATerminalObeys_isShown() {
    assertThat(Text.visible("a\u001B[31mb\u0007\u009Bc\u202Ed\u2028\u007F"))
        .isEqualTo("a\\u001B[31mb\\u0007\\u009Bc\\u202Ed\\u2028\\u007F");
    assertThat(Text.visible("Müller^山田 😀")).isEqualTo("Müller^山田 😀");
    assertThat(Text.visible(new StringBuilder().appendCodePoint(0xE0041).toString()))
        .isEqualTo("\\U000E0041");
  }

  @Test
  void line_ofManyLines_isOneOfBoundedLength() {
    assertThat(Text.line("  a\r\n\tb  c\n", 80)).isEqualTo("a b c");
    assertThat(Text.line("x".repeat(1000), 10)).isEqualTo("xxxxxxxxxx");
    assertThat(Text.line("\u001B".repeat(1000), 10)).hasSize(11).endsWith("…");
  }

  @Test
  void width_ofWideAndCombiningCharacters_isThatOfATerminal() {
    assertThat(Text.width("山田")).isEqualTo(4);
    assertThat(Text.width("e\u0301")).isEqualTo(1);
    assertThat(Text.cut("山田太郎", 5)).isEqualTo("山田…");
    assertThat(Text.cut("abc", 3)).isEqualTo("abc");
  }
}
