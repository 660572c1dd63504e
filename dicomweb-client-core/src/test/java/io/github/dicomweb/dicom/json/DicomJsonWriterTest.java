// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomJsonWriterTest {
  private static final Dataset ONE = Dataset.builder().put(Tag.PatientID, "1").build();

  @Test
  void toJson_anyDataset_isSortedAndAsInTheStandard() {
    Dataset dataset =
        Dataset.builder()
            .putSequence(Tag.RequestAttributesSequence, ONE, Dataset.empty())
            .put(Tag.PatientName, "Dôe^J=山田")
            .put(Tag.ImageType, "ORIGINAL", "", "AXIAL")
            .put(Tag.AccessionNumber)
            .put(0x00080000, VR.UL, "4")
            .putInts(Tag.Rows, 512)
            .putBinary(Tag.PixelData, VR.OW, new byte[] {1, 2})
            .build();
    assertThat(DicomJsonWriter.toJson(dataset))
        .isEqualTo(
            "{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"AXIAL\"]},"
                + "\"00080050\":{\"vr\":\"SH\"},"
                + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Dôe^J\",\"Ideographic\":\"山田\"}]},"
                + "\"00280010\":{\"vr\":\"US\",\"Value\":[512]},"
                + "\"00400275\":{\"vr\":\"SQ\",\"Value\":[{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"1\"]}},{}]},"
                + "\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"AQI=\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "1.50, 1.50",
    "-3, -3",
    "1e5, 1e5",
    "+1, \"+1\"",
    "007, \"007\"",
    ".5, \".5\"",
    "5., \"5.\"",
    "-, \"-\"",
    "1e, \"1e\"",
    "1 , 1",
    "x, \"x\""
  })
  void toJson_decimalText_isANumberWhereItIsOne(String text, String json) {
    Dataset dataset = Dataset.builder().put(Tag.SliceThickness, text).build();
    assertThat(DicomJsonWriter.toJson(dataset))
        .isEqualTo("{\"00180050\":{\"vr\":\"DS\",\"Value\":[" + json + "]}}");
  }

  @Test
  void toJson_specialNumbers_areTextWhereJsonHasNone() {
    Dataset dataset =
        Dataset.builder()
            .put(NumberElement.of(0x00091001, VR.FL, 0.1f, Double.NaN, Double.NEGATIVE_INFINITY))
            .put(NumberElement.of(0x00091002, VR.UV, -1L, 5L))
            .build();
    assertThat(DicomJsonWriter.toJson(dataset))
        .contains("[0.1,\"NaN\",\"-Infinity\"]")
        .contains("[\"18446744073709551615\",5]");
  }

  @Test
  void toJson_halfASurrogatePair_isStillUtf8() {
    Dataset dataset = Dataset.builder().put(Tag.PatientID, "a\uD800b").build();
    assertThat(DicomJsonWriter.toJson(dataset)).contains("a?b");
    Dataset pair = Dataset.builder().put(Tag.PatientID, "a\uD83D\uDE00b").build();
    assertThat(DicomJsonWriter.toJson(pair)).contains("a\uD83D\uDE00b");
  }

  @Test
  void write_severalDatasets_needsAnArray() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomJsonWriter writer = DicomJsonWriter.to(out).beginArray()) {
      writer.write(ONE).write(Dataset.empty());
      assertThatThrownBy(writer::beginArray).isInstanceOf(IllegalStateException.class);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("[{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"1\"]}},{}]");
    try (DicomJsonWriter writer = DicomJsonWriter.to(new ByteArrayOutputStream())) {
      writer.write(ONE);
      assertThatThrownBy(() -> writer.write(ONE)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void write_fragments_isRefusedBeforeAnythingIsWritten() throws IOException {
    Dataset item =
        Dataset.builder()
            .put(FragmentsElement.of(Tag.PixelData, VR.OB, List.of(new byte[0], new byte[2])))
            .build();
    Dataset dataset = Dataset.builder().putSequence(Tag.IconImageSequence, item).build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomJsonWriter writer = DicomJsonWriter.to(out)) {
      assertThatThrownBy(() -> writer.write(dataset)).isInstanceOf(DicomFormatException.class);
    }
    assertThat(out.size()).isZero();
  }

  @Test
  void toJson_valueWithABackslash_isLeftAsItIs() {
    Dataset dataset =
        Dataset.builder().put(TextElement.of(Tag.PatientComments, VR.LT, "a\\b")).build();
    assertThat(DicomJsonWriter.toJson(dataset)).contains("[\"a\\\\b\"]");
  }
}
