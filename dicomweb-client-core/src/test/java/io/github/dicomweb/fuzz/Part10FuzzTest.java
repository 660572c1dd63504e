// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.util.Optional;

class Part10FuzzTest {
  private static final Part10Reader READER = Part10Reader.create().limits(Datasets.LIMITS);

  private interface Read {
    Part10File read() throws IOException;
  }

  @FuzzTest
  void read(byte[] data) throws IOException {
    Optional<Part10File> read = attempt(() -> READER.read(data));
    Optional<Part10File> trickled = attempt(() -> READER.read(new Trickle(data)));
    Optional<Part10File> withoutLarge =
        attempt(() -> READER.leaveOutValuesAbove(64).read(new Trickle(data)));
    Optional<Part10File> withoutPixels = attempt(() -> READER.stopBefore(Tag.PixelData).read(data));
    Optional<Part10File> strict = attempt(() -> READER.strict().read(data));
    if (read.isEmpty()) {
      assertThat(strict).isEmpty();
      return;
    }
    Part10File file = read.get();
    Datasets.check(file.fileMeta());
    Datasets.check(file.dataset());
    assertThat(strict.isPresent()).isEqualTo(file.problem().isEmpty() && file.warnings().isEmpty());
    strict.ifPresent(same -> assertThat(same.dataset()).isEqualTo(file.dataset()));
    if (file.problem().isEmpty()) {
      // how the bytes arrive, and whether their number is known, changes nothing
      assertThat(trickled.orElseThrow().orThrow().dataset()).isEqualTo(file.dataset());
      assertThat(trickled.orElseThrow().fileMeta()).isEqualTo(file.fileMeta());
      // the same attributes; their values may be others where a tag occurs again
      assertThat(withoutLarge.orElseThrow().orThrow().dataset())
          .allMatch(element -> file.dataset().contains(element.tag()));
      assertThat(withoutPixels.orElseThrow().orThrow().dataset())
          .allMatch(element -> file.dataset().contains(element.tag()));
    }
  }

  private static Optional<Part10File> attempt(Read read) throws IOException {
    try {
      return Optional.of(read.read());
    } catch (DicomFormatException e) {
      return Optional.empty();
    }
  }
}
