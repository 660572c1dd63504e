// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataChoice;
import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBulkDataTest {
  private static final Dataset ICON =
      Dataset.builder()
          .putBinary(Tag.RedPaletteColorLookupTableData, VR.OW, new byte[2])
          .put(FragmentsElement.of(Tag.PixelData, VR.OB, List.of(new byte[0], new byte[2])))
          .build();
  private static final Dataset DATASET =
      Dataset.builder()
          .put(Tag.PatientID, "1")
          .putSequence(Tag.IconImageSequence, Dataset.empty(), ICON)
          .putBulkData(Tag.EncapsulatedDocument, VR.OB, BulkDataReference.of("../d"))
          .putBinary(Tag.PixelData, VR.OW, new byte[6])
          .build();

  private static String write(BulkDataHandler handler) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomJsonWriter writer = DicomJsonWriter.to(out).bulkData(handler)) {
      writer.write(DATASET);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void write_referAbove_keepsSmallValuesAndRefersToTheOthers() throws IOException {
    assertThat(write(BulkDataHandler.referAbove(2, path -> "bulk/" + path)))
        .isEqualTo(
            "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"1\"]},"
                + "\"00420011\":{\"vr\":\"OB\",\"BulkDataURI\":\"../d\"},"
                + "\"00880200\":{\"vr\":\"SQ\",\"Value\":[{},{"
                + "\"00281201\":{\"vr\":\"OW\",\"InlineBinary\":\"AAA=\"},"
                + "\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"bulk/00880200[1].7FE00010\"}}]},"
                + "\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"bulk/7FE00010\"}}");
  }

  @Test
  void write_aHandler_isAskedAboutBinaryValuesOnlyAndMayOmit() throws IOException {
    List<String> asked = new ArrayList<>();
    String json =
        write(
            (element, path) -> {
              asked.add(path + " " + element.vr());
              return BulkDataChoice.omit();
            });
    assertThat(asked)
        .containsExactly(
            "00420011 OB", "00880200[1].00281201 OW", "00880200[1].7FE00010 OB", "7FE00010 OW");
    assertThat(json)
        .isEqualTo(
            "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"1\"]},"
                + "\"00880200\":{\"vr\":\"SQ\",\"Value\":[{},{}]}}");
  }

  @Test
  void write_keptFragments_areRefusedWithTheirPath() {
    assertThatThrownBy(() -> write((element, path) -> BulkDataChoice.keep()))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("00880200[1].7FE00010");
    assertThatThrownBy(() -> BulkDataHandler.referAbove(-1, path -> path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void applyTo_nothingChanged_isTheSameDataset() {
    assertThat(((BulkDataHandler) (element, path) -> BulkDataChoice.keep()).applyTo(DATASET))
        .isSameAs(DATASET);
  }

  @Test
  void pretty_beforeTheFirstDataset_breaksLines() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Dataset dataset = Dataset.builder().put(Tag.PatientID, "1").build();
    try (DicomJsonWriter writer = DicomJsonWriter.to(out).pretty().beginArray()) {
      writer.write(dataset);
      assertThatThrownBy(writer::pretty).isInstanceOf(IllegalStateException.class);
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isGreaterThan(3);
    assertThat(
            DicomJsonReader.from(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .strict()
                .readAll())
        .containsExactly(dataset);
  }
}
