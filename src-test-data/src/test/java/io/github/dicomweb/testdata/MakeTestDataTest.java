// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeTestDataTest {
  private static final Path COMMITTED = Path.of("src/main/resources/io/github/dicomweb/testdata");

  @Test
  void main_runAgain_givesTheCommittedFilesOctetForOctet(@TempDir Path dir) throws IOException {
    MakeTestData.main(new String[] {dir.toString()});

    assertThat(filesBelow(dir)).isEqualTo(filesBelow(COMMITTED));
    for (String file : filesBelow(dir)) {
      assertThat(dir.resolve(file)).as(file).hasSameBinaryContentAs(COMMITTED.resolve(file));
    }
  }

  @Test
  void write_localeWithOtherDigits_givesTheSameFiles(@TempDir Path dir) throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      MakeTestData.write(dir);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(filesBelow(dir)).isEqualTo(filesBelow(COMMITTED));
    assertThat(dir.resolve("phantom/1-ct/ct-07.dcm"))
        .hasSameBinaryContentAs(COMMITTED.resolve("phantom/1-ct/ct-07.dcm"));
    assertThat(dir.resolve("phantom/4-pdf/report-pdf.dcm"))
        .hasSameBinaryContentAs(COMMITTED.resolve("phantom/4-pdf/report-pdf.dcm"));
  }

  @Test
  void main_withoutDirectory_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MakeTestData.main(new String[0]));
  }

  @Test
  void committedFiles_together_staySmall() throws IOException {
    long total = 0;
    for (String file : filesBelow(COMMITTED)) {
      total += Files.size(COMMITTED.resolve(file));
    }

    assertThat(total).isBetween(300_000L, 700_000L);
  }

  private static Set<String> filesBelow(Path dir) throws IOException {
    try (Stream<Path> walk = Files.walk(dir)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> dir.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    }
  }
}
