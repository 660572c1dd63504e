// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.it.samples.Commands;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** DCMTK, as a reader of files that shares no code with the library. */
final class Dcm2json {
  private static final Path HERE = Path.of(".");

  private final Path copy;

  /**
   * Finds it.
   *
   * @param directory for files in between
   */
  Dcm2json(Path directory) {
    if (Commands.find("dcm2json").isEmpty() || Commands.find("dcmodify").isEmpty()) {
      throw Missing.because("no dcm2json and dcmodify on the PATH (Debian: dcmtk)");
    }
    this.copy = directory.resolve("copy.dcm");
  }

  /**
   * What DCMTK finds in a file, encapsulated pixel data left out, which it does not convert.
   *
   * @return nothing for character sets that it cannot convert
   */
  Optional<Dataset> read(Sample sample) throws IOException {
    Files.copy(sample.file(), copy, StandardCopyOption.REPLACE_EXISTING);
    if (sample.transferSyntax().isEncapsulated()) {
      Commands.run(HERE, List.of("dcmodify", "-q", "-nb", "-ea", "PixelData", copy.toString()));
    }
    byte[] json;
    try {
      json = Commands.run(HERE, List.of("dcm2json", "-q", copy.toString()));
    } catch (IOException e) {
      if (Objects.toString(e.getMessage()).contains("Cannot open character encoding")) {
        return Optional.empty();
      }
      throw e;
    }
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(json))) {
      return Optional.of(Objects.requireNonNull(reader.next()));
    }
  }
}
