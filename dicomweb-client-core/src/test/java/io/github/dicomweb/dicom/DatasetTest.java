// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.error.DicomFormatException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final Dataset SAMPLE =
      Dataset.builder()
          .put(Tag.PatientName, "Doe^Jane=X^Y")
          .put(Tag.ImageType, "ORIGINAL", "", "AXIAL")
          .put(Tag.AccessionNumber)
          .put(Tag.StudyDate, "20260131")
          .put(Tag.StudyTime, "0830")
          .put(Tag.SliceThickness, "1.50")
          .putInts(Tag.Rows, 512)
          .putInts(Tag.InstanceNumber, 7)
          .putDoubles(Tag.PixelSpacing, 0.5, 1.0 / 3)
          .putSequence(
              Tag.RequestAttributesSequence,
              Dataset.builder().put(Tag.ScheduledProcedureStepID, "S1").build(),
              Dataset.builder().put(Tag.ScheduledProcedureStepID, "S2").build())
          .putBinary(Tag.PixelData, VR.OW, new byte[] {1, 2})
          .putBulkData(Tag.EncapsulatedDocument, VR.OB, BulkDataReference.of("bulk/1"))
          .build();

  @Test
  void iterator_whateverTheOrderOfPutting_isInOrderOfTags() {
    List<Integer> tags = new ArrayList<>();
    Dataset.builder()
        .put(0xFFFCFFFC, VR.OB)
        .put(Tag.PatientID, "1")
        .put(Tag.StudyDate, "20260101")
        .build()
        .forEach(e -> tags.add(e.tag()));
    assertThat(tags).containsExactly(Tag.StudyDate, Tag.PatientID, 0xFFFCFFFC);
  }

  @Test
  void put_theSameTagAgain_replacesAndRemovesNothingElse() {
    DatasetBuilder builder =
        Dataset.builder().put(Tag.PatientID, "1").put(Tag.StudyID, "2").put(Tag.PatientID, "3");
    assertThat(builder.build().string(Tag.PatientID)).contains("3");
    assertThat(builder.build().size()).isEqualTo(2);
    assertThat(builder.remove(Tag.PatientID).build().contains(Tag.PatientID)).isFalse();
    assertThat(builder.clear().build()).isEqualTo(Dataset.empty());
  }

  @Test
  void toBuilder_changed_leavesTheOriginal() {
    Dataset changed = SAMPLE.toBuilder().put(Tag.PatientName, "Roe").build();
    assertThat(changed.string(Tag.PatientName)).contains("Roe");
    assertThat(SAMPLE.string(Tag.PatientName)).contains("Doe^Jane=X^Y");
    assertThat(changed).isNotEqualTo(SAMPLE);
    assertThat(SAMPLE.toBuilder().build()).isEqualTo(SAMPLE).hasSameHashCodeAs(SAMPLE);
  }

  @Test
  void string_emptyOrAbsent_isAbsent() {
    assertThat(SAMPLE.string(Tag.AccessionNumber)).isEmpty();
    assertThat(SAMPLE.contains(Tag.AccessionNumber)).isTrue();
    assertThat(SAMPLE.string(Tag.PatientID)).isEmpty();
    assertThat(SAMPLE.strings(Tag.PatientID)).isEmpty();
    assertThat(SAMPLE.sequence(Tag.PatientID)).isEmpty();
  }

  @Test
  void strings_withAMissingValue_keepItVisible() {
    assertThat(SAMPLE.strings(Tag.ImageType)).containsExactly("ORIGINAL", "", "AXIAL");
    assertThat(SAMPLE.element(Tag.ImageType).orElseThrow().count()).isEqualTo(3);
  }

  @Test
  void numbers_ofBinaryAndTextVrs_areReadAlike() {
    assertThat(SAMPLE.intValue(Tag.Rows)).hasValue(512);
    assertThat(SAMPLE.intValue(Tag.InstanceNumber)).hasValue(7);
    assertThat(SAMPLE.longValue(Tag.Rows)).hasValue(512L);
    assertThat(SAMPLE.doubleValue(Tag.SliceThickness)).hasValue(1.5);
    assertThat(SAMPLE.decimalValue(Tag.SliceThickness)).contains(new BigDecimal("1.50"));
    assertThat(SAMPLE.string(Tag.Rows)).contains("512");
    assertThat(SAMPLE.doubleValues(Tag.PixelSpacing)[1]).isCloseTo(1.0 / 3, within());
    assertThat(SAMPLE.strings(Tag.PixelSpacing)).allMatch(s -> s.length() <= 16);
    assertThat(SAMPLE.intValue(Tag.Columns)).isEmpty();
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-12);
  }

  @Test
  void dates_ofDaAndTm_areJavaTypes() {
    assertThat(SAMPLE.date(Tag.StudyDate)).contains(LocalDate.of(2026, 1, 31));
    assertThat(SAMPLE.time(Tag.StudyTime)).contains(LocalTime.of(8, 30));
    assertThat(SAMPLE.date(Tag.SeriesDate)).isEmpty();
  }

  @Test
  void personName_ofThreeGroups_isSplit() {
    PersonName name = SAMPLE.personName(Tag.PatientName).orElseThrow();
    assertThat(name.familyName()).isEqualTo("Doe");
    assertThat(name.ideographic().orElseThrow().givenName()).isEqualTo("Y");
    assertThat(name.phonetic()).isEmpty();
    assertThat(name.toDicomString()).isEqualTo("Doe^Jane=X^Y");
  }

  @Test
  void path_throughItems_findsTheAttribute() {
    assertThat(SAMPLE.string("RequestAttributesSequence[1].ScheduledProcedureStepID"))
        .contains("S2");
    assertThat(SAMPLE.string("RequestAttributesSequence.ScheduledProcedureStepID")).contains("S1");
    assertThat(SAMPLE.strings("00400275[0].00400009")).containsExactly("S1");
    assertThat(SAMPLE.element("RequestAttributesSequence[2].ScheduledProcedureStepID")).isEmpty();
    assertThat(SAMPLE.string("PatientName")).contains("Doe^Jane=X^Y");
    assertThat(SAMPLE.sequence("RequestAttributesSequence")).hasSize(2);
    assertThat(SAMPLE.intValue("Rows")).hasValue(512);
    assertThat(SAMPLE.bulkData("EncapsulatedDocument")).isPresent();
  }

  @Test
  void path_thatIsNoPath_isRefused() {
    for (String path :
        List.of("", "Nonsense", "PatientName[0]", "RequestAttributesSequence[x].Rows")) {
      assertThatThrownBy(() -> SAMPLE.string(path))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("Nonsense");
    }
  }

  @Test
  void wrongKind_anyAccessor_namesTheTagAndNotTheValue() {
    assertThatThrownBy(() -> SAMPLE.intValue(Tag.PatientName))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("00100010")
        .hasMessageNotContaining("Doe");
    assertThatThrownBy(() -> SAMPLE.string(Tag.RequestAttributesSequence))
        .isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> SAMPLE.sequence(Tag.PatientName))
        .isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> SAMPLE.personName(Tag.Rows)).isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> SAMPLE.string(Tag.PixelData)).isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> SAMPLE.date(Tag.StudyTime)).isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> SAMPLE.decimalValue(Tag.PatientName))
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void wrongKind_byPath_namesTheWholePath() {
    assertThatThrownBy(
            () -> SAMPLE.intValue("RequestAttributesSequence[1].ScheduledProcedureStepID"))
        .isInstanceOfSatisfying(
            DicomFormatException.class,
            e -> assertThat(e.location()).contains("00400275[1].00400009"));
  }

  @Test
  void intValue_beyond32Bits_isAnError() {
    Dataset big = Dataset.builder().putLongs(Tag.SelectorUVValue, 1L << 40).build();
    assertThat(big.longValue(Tag.SelectorUVValue)).hasValue(1L << 40);
    assertThatThrownBy(() -> big.intValue(Tag.SelectorUVValue))
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void binary_asCopy_isNotSharedWithTheDataset() {
    byte[] bytes = SAMPLE.inlineBinary(Tag.PixelData).orElseThrow();
    bytes[0] = 9;
    assertThat(SAMPLE.inlineBinary(Tag.PixelData).orElseThrow()).containsExactly(1, 2);
    assertThat(SAMPLE.inlineBinary(Tag.EncapsulatedDocument)).isEmpty();
    assertThat(SAMPLE.bulkData(Tag.EncapsulatedDocument).orElseThrow().uri()).isEqualTo("bulk/1");
  }

  @Test
  void privateElement_byItsCreator_isFoundInItsBlock() {
    Dataset dataset =
        Dataset.builder()
            .put(0x00090010, VR.LO, "OTHER")
            .put(0x00090011, VR.LO, "ACME")
            .put(0x00091101, VR.LO, "x")
            .build();
    assertThat(dataset.privateElement("ACME", 0x00090001).orElseThrow().strings())
        .containsExactly("x");
    assertThat(dataset.privateElement("OTHER", 0x00090001)).isEmpty();
    assertThat(dataset.privateElement("NONE", 0x00090001)).isEmpty();
  }

  @Test
  void put_withoutAKnownVr_isRefused() {
    assertThatThrownBy(() -> Dataset.builder().put(0x00091001, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Dataset.builder().put(Tag.PixelData, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Dataset.builder().put(Tag.Rows, "many"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Dataset.builder().putInts(Tag.PatientName, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Dataset.builder().putDoubles(Tag.SliceThickness, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_anyPart_carriesNoValue() {
    StringBuilder text = new StringBuilder(SAMPLE.toString());
    SAMPLE.forEach(text::append);
    text.append(SAMPLE.personName(Tag.PatientName))
        .append(SAMPLE.bulkData(Tag.EncapsulatedDocument));
    text.append(SAMPLE.personName(Tag.PatientName).orElseThrow().alphabetic());
    assertThat(text.toString())
        .contains("12 attributes")
        .doesNotContain("Doe", "S1", "2026", "ORIGINAL", "bulk/1");
  }

  @Test
  void toString_showsTagsVrsAndNumbersOfValues() {
    Dataset dataset =
        Dataset.builder()
            .put(Tag.ImageType, "ORIGINAL", "PRIMARY")
            .put(Tag.PatientID, "Secret")
            .putSequence(Tag.RequestAttributesSequence, Dataset.empty(), Dataset.empty())
            .build();
    assertThat(dataset.toString())
        .isEqualTo("Dataset[3 attributes: 00080008 CS [2], 00100020 LO [1], 00400275 SQ [2]]");
    assertThat(Dataset.empty().toString()).isEqualTo("Dataset[0 attributes]");
    DatasetBuilder many = Dataset.builder();
    for (int i = 0; i < 200; i++) {
      many.put(0x00091000 + i, VR.LO, "x");
    }
    assertThat(many.build().toString()).contains("00091063 LO", "...").doesNotContain("00091064");
  }

  @Test
  void unsigned64_beyondTheSignBit_keepsItsValue() {
    Dataset dataset = Dataset.builder().put(Tag.SelectorUVValue, "18446744073709551615").build();
    assertThat(dataset.string(Tag.SelectorUVValue)).contains("18446744073709551615");
    assertThat(dataset.doubleValue(Tag.SelectorUVValue)).hasValue(0x1p64);
    assertThatThrownBy(() -> dataset.longValue(Tag.SelectorUVValue))
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void decimalText_withAHugeExponent_isRefusedWithoutExpanding() {
    Dataset dataset = Dataset.builder().put(Tag.SliceThickness, "1e999999999").build();
    assertThatThrownBy(() -> dataset.longValue(Tag.SliceThickness))
        .isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> dataset.decimalValue(Tag.SliceThickness))
        .isInstanceOf(DicomFormatException.class);
  }
}
