// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

class JsonFuzzTest {
  @FuzzTest
  void read(byte[] data) throws IOException {
    List<Dataset> lenient = new ArrayList<>();
    boolean whole;
    long warnings;
    try (DicomJsonReader reader =
        DicomJsonReader.from(new ByteArrayInputStream(data), Datasets.LIMITS)) {
      whole = drain(reader, lenient);
      warnings = reader.warningCount();
      assertThat(reader.warnings()).hasSize((int) Math.min(100, warnings));
    }
    for (Dataset dataset : lenient) {
      Datasets.check(dataset);
    }

    List<Dataset> strict = new ArrayList<>();
    try (DicomJsonReader reader =
        DicomJsonReader.from(new ByteArrayInputStream(data), Datasets.LIMITS).strict()) {
      assertThat(drain(reader, strict)).isEqualTo(whole && warnings == 0);
    }
    assertThat(strict).isEqualTo(lenient.subList(0, strict.size()));

    String text = new String(data, StandardCharsets.ISO_8859_1);
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(text), Datasets.LIMITS)) {
      drain(reader, new ArrayList<>());
    }
  }

  /** Whether the end was reached. */
  private static boolean drain(DicomJsonReader reader, List<Dataset> into) throws IOException {
    try {
      for (@Nullable Dataset next = reader.next(); next != null; next = reader.next()) {
        into.add(next);
      }
      return true;
    } catch (DicomFormatException e) {
      return false;
    }
  }
}
