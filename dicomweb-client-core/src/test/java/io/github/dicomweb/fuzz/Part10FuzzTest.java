// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayOutputStream;
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
    write(file);
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

  /** What was read is written whole, or refused by our own error. */
  private static void write(Part10File file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Part10Writer.create().write(file, out);
    } catch (DicomFormatException e) {
      assertThat(e.location()).isPresent();
      return;
    }
    Part10File again = Part10Reader.create().read(out.toByteArray());
    if (hasUnknownVr(file.dataset())) {
      return;
    }
    assertThat(again.orThrow().dataset().stream().map(Element::tag))
        .containsAll(
            file.dataset().stream()
                .map(Element::tag)
                .filter(tag -> Tags.group(tag) != 0 && Tags.group(tag) != 2)
                .toList());
  }

  /** Written as UN, bytes of such a VR may look like a sequence that is damaged. */
  private static boolean hasUnknownVr(Dataset dataset) {
    for (Element element : dataset) {
      if (!element.vr().isStandard()
          || (element instanceof SequenceElement sequence
              && sequence.items().stream().anyMatch(Part10FuzzTest::hasUnknownVr))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Part10File> attempt(Read read) throws IOException {
    try {
      return Optional.of(read.read());
    } catch (DicomFormatException e) {
      return Optional.empty();
    }
  }
}
