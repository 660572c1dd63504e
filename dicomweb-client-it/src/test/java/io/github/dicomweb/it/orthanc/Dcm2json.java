// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.it.samples.Dcmtk;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** What DCMTK makes of a sample. */
final class Dcm2json {
  private final Dcmtk dcmtk;

  /**
   * Finds it.
   *
   * @param directory for files in between
   */
  Dcm2json(Path directory) {
    this.dcmtk = new Dcmtk(directory, Settings.REQUIRE);
  }

  /**
   * What DCMTK finds in a file, encapsulated pixel data left out, which it does not convert.
   *
   * @return nothing for character sets that it cannot convert
   */
  Optional<Dataset> read(Sample sample) throws IOException {
    Path file = sample.file().toAbsolutePath();
    Optional<String> json =
        dcmtk.json(sample.transferSyntax().isEncapsulated() ? dcmtk.withoutPixelData(file) : file);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json.get()))) {
      return Optional.of(Objects.requireNonNull(reader.next()));
    }
  }
}
