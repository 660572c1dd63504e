// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

class Part10HeaderFuzzTest {
  @FuzzTest
  void read(byte[] data) throws IOException {
    Optional<Part10Header> header = header(data);
    Optional<Part10File> file = file(data);
    if (file.isPresent() && isSound(file.get()) && hasUids(file.get())) {
      assertThat(header).isPresent();
      // too long for a UID, it is none
      assertThat(header.get().studyInstanceUid())
          .isIn(file.get().dataset().string(Tag.StudyInstanceUID), Optional.empty());
    }
  }

  private static boolean isSound(Part10File file) {
    return file.problem().isEmpty() && file.warnings().isEmpty();
  }

  /** Whether no identifier was written with a VR that is not text. */
  private static boolean hasUids(Part10File file) {
    return Stream.concat(file.fileMeta().stream(), file.dataset().stream())
        .filter(element -> Dictionary.vrOf(element.tag()).equals(VR.UI))
        .allMatch(element -> element instanceof TextElement || element instanceof EmptyElement);
  }

  private static Optional<Part10Header> header(byte[] data) throws IOException {
    try {
      return Optional.of(Part10HeaderReader.read(new Trickle(data)));
    } catch (DicomFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Part10File> file(byte[] data) {
    try {
      return Optional.of(
          Part10Reader.create()
              .limits(Datasets.LIMITS)
              .stopBefore(Tag.SeriesInstanceUID + 1)
              .read(data));
    } catch (DicomFormatException e) {
      return Optional.empty();
    }
  }
}
