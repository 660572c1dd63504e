// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One real instance and what its file says.
 *
 * @param file the file
 * @param study Study Instance UID
 * @param series Series Instance UID
 * @param instance SOP Instance UID
 */
record Sample(Path file, String study, String series, String instance) {
  // Large enough for all that can be searched for.
  private static final int LARGEST_VALUE = 4096;

  /** The sample in a file whose header was read; empty texts for identifiers that are not there. */
  static Sample of(Path file, Part10Header header) {
    return new Sample(
        file,
        header.studyInstanceUid().orElse(""),
        header.seriesInstanceUid().orElse(""),
        header.sopInstanceUid().orElse(""));
  }

  boolean isIdentified() {
    return !study.isEmpty() && !series.isEmpty() && !instance.isEmpty();
  }

  /** What the file says, large values left out. */
  Dataset dataset() {
    return read().dataset();
  }

  TransferSyntax transferSyntax() {
    return read().transferSyntax();
  }

  private Part10File read() {
    try {
      return Part10Reader.create().leaveOutValuesAbove(LARGEST_VALUE).read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.getFileName().toString();
  }
}
