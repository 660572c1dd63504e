// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

class XmlFuzzTest {
  @FuzzTest
  void read(byte[] data) throws IOException {
    DicomXmlReader lenient = DicomXmlReader.from(new ByteArrayInputStream(data), Datasets.LIMITS);
    Optional<Dataset> dataset = read(lenient);
    if (dataset.isPresent()) {
      Datasets.check(dataset.get());
    }
    Optional<Dataset> strict =
        read(DicomXmlReader.from(new ByteArrayInputStream(data), Datasets.LIMITS).strict());
    assertThat(strict).isEqualTo(lenient.warningCount() == 0 ? dataset : Optional.<Dataset>empty());
  }

  private static Optional<Dataset> read(DicomXmlReader reader) throws IOException {
    try (reader) {
      return Optional.of(reader.read());
    } catch (DicomFormatException e) {
      return Optional.empty();
    }
  }
}
