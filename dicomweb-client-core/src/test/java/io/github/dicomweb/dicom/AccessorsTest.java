// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.error.DicomFormatException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessorsTest {
  private static final String ITEM = "RequestAttributesSequence[1].";

  private static Dataset values() {
    return Dataset.builder()
        .put(TextElement.of(Tag.SliceThickness, VR.DS, "1.50"))
        .put(TextElement.of(Tag.SeriesNumber, VR.IS, List.of("7", "8")))
        .put(NumberElement.of(Tag.Rows, VR.US, 512L))
        .put(TextElement.of(Tag.StudyDate, VR.DA, "20260131"))
        .put(TextElement.of(Tag.PatientBirthDate, VR.DA, "1970"))
        .put(TextElement.of(Tag.StudyTime, VR.TM, "0730"))
        .put(TextElement.of(Tag.AcquisitionDateTime, VR.DT, "202601310730"))
        .put(PersonNameElement.of(Tag.PatientName, VR.PN, PersonName.parse("Doe^J=山田^太郎=や")))
        .put(BinaryElement.of(Tag.PixelData, VR.OW, new byte[] {1, 2}))
        .put(
            SequenceElement.of(
                Tag.AnatomicRegionSequence,
                VR.SQ,
                List.of(CodedConcept.of("69536005", "SCT", "Head").toDataset(), Dataset.empty())))
        .build();
  }

  private static Dataset nested() {
    return Dataset.builder()
        .put(TextElement.of(Tag.TimezoneOffsetFromUTC, VR.SH, "-0330"))
        .put(
            SequenceElement.of(
                Tag.RequestAttributesSequence, VR.SQ, List.of(Dataset.empty(), values())))
        .build();
  }

  @Test
  void accessors_byTagKeywordAndPath_giveTheSame() {
    Dataset direct = values();
    Dataset outer = nested();
    assertThat(direct.string(Tag.SeriesNumber)).contains("7");
    assertThat(outer.strings(ITEM + "SeriesNumber")).containsExactly("7", "8");
    assertThat(outer.intValue(ITEM + "00280010")).hasValue(512);
    assertThat(direct.longValue("Rows")).hasValue(512);
    assertThat(outer.longValue(ITEM + "Rows")).hasValue(512);
    assertThat(outer.doubleValue(ITEM + "SliceThickness")).hasValue(1.5);
    assertThat(outer.doubleValues(ITEM + "SeriesNumber")).containsExactly(7, 8);
    assertThat(outer.decimalValue(ITEM + "SliceThickness")).contains(new BigDecimal("1.50"));
    assertThat(direct.decimalValue(Tag.SliceThickness).orElseThrow().scale()).isEqualTo(2);
    assertThat(outer.date(ITEM + "StudyDate")).contains(LocalDate.of(2026, 1, 31));
    assertThat(outer.dicomDate(ITEM + "PatientBirthDate").orElseThrow().year()).isEqualTo(1970);
    assertThat(outer.time(ITEM + "StudyTime")).contains(LocalTime.of(7, 30));
    assertThat(outer.dicomTime(ITEM + "StudyTime").orElseThrow().second()).isEmpty();
    assertThat(outer.personName(ITEM + "PatientName").orElseThrow().familyName()).isEqualTo("Doe");
    assertThat(outer.personNames(ITEM + "PatientName")).hasSize(1);
    assertThat(outer.sequence("RequestAttributesSequence")).hasSize(2);
    assertThat(outer.item("RequestAttributesSequence")).contains(Dataset.empty());
    assertThat(outer.inlineBinary(ITEM + "PixelData").orElseThrow()).containsExactly(1, 2);
    assertThat(outer.bulkData(ITEM + "PixelData")).isEmpty();
    assertThat(outer.contains(ITEM + "PixelData")).isTrue();
    assertThat(outer.element(ITEM + "Rows")).isEqualTo(direct.element(Tag.Rows));
  }

  @Test
  void putCodes_severalConcepts_areTheItemsOfTheSequence() {
    CodedConcept head = CodedConcept.of("69536005", "SCT", "Head");
    CodedConcept neck = CodedConcept.of("45048000", "SCT", "Neck");
    Dataset dataset = Dataset.builder().putCodes(Tag.AnatomicRegionSequence, head, neck).build();
    assertThat(dataset.codes(Tag.AnatomicRegionSequence)).containsExactly(head, neck);
    assertThat(dataset.string("AnatomicRegionSequence[1].CodeMeaning")).contains("Neck");
  }

  @Test
  void code_ofACodeSequence_isItsFirstItem() {
    CodedConcept head = values().code(Tag.AnatomicRegionSequence).orElseThrow();
    assertThat(head.value()).isEqualTo("69536005");
    assertThat(head.scheme()).isEqualTo("SCT");
    assertThat(head.version()).isEmpty();
    assertThat(head.meaning()).contains("Head");
    assertThat(head.is("69536005", "SCT")).isTrue();
    assertThat(head).isEqualTo(CodedConcept.of("69536005", "SCT", "Kopf"));
    assertThat(nested().codes(ITEM + "AnatomicRegionSequence")).containsExactly(head);
    assertThat(nested().code(ITEM + "AnatomicRegionSequence")).contains(head);
    assertThat(head.toString()).doesNotContain("6953");
    String longCode = "12345678901234567";
    Dataset item = CodedConcept.of(longCode, "LN", "long").toDataset();
    assertThat(item.contains(Tag.LongCodeValue)).isTrue();
    assertThat(CodedConcept.from(item).orElseThrow().value()).isEqualTo(longCode);
    Dataset urn = CodedConcept.of("urn:oid:1.2.3", "", "urn").toDataset();
    assertThat(urn.string(Tag.URNCodeValue)).contains("urn:oid:1.2.3");
    assertThat(CodedConcept.from(Dataset.empty())).isEmpty();
  }

  @Test
  void dateTime_withoutItsOwnOffset_hasThatOfTheDataset() {
    OffsetDateTime moment = OffsetDateTime.of(2026, 1, 31, 7, 30, 0, 0, ZoneOffset.of("-03:30"));
    assertThat(nested().dateTime(ITEM + "AcquisitionDateTime")).contains(moment);
    assertThat(nested().dicomDateTime(ITEM + "AcquisitionDateTime").orElseThrow().offset())
        .isEmpty();
    assertThatThrownBy(() -> values().dateTime(Tag.AcquisitionDateTime))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("0008002A")
        .hasMessageContaining("offset");
    Dataset own =
        values().toBuilder()
            .put(TextElement.of(Tag.AcquisitionDateTime, VR.DT, "20260131073000.5+0100"))
            .build();
    assertThat(own.dateTime("AcquisitionDateTime"))
        .contains(OffsetDateTime.of(2026, 1, 31, 7, 30, 0, 500_000_000, ZoneOffset.ofHours(1)));
  }

  @Test
  void accessors_ofAnAbsentAttribute_areEmpty() {
    Dataset empty = Dataset.empty();
    assertThat(empty.longValue("Rows")).isEmpty();
    assertThat(empty.doubleValue("Rows")).isEmpty();
    assertThat(empty.doubleValues("Rows")).isEmpty();
    assertThat(empty.decimalValue("SliceThickness")).isEmpty();
    assertThat(empty.date("StudyDate")).isEmpty();
    assertThat(empty.dicomDate("StudyDate")).isEmpty();
    assertThat(empty.time("StudyTime")).isEmpty();
    assertThat(empty.dicomTime("StudyTime")).isEmpty();
    assertThat(empty.dateTime("AcquisitionDateTime")).isEmpty();
    assertThat(empty.personName("PatientName")).isEmpty();
    assertThat(empty.personNames("PatientName")).isEmpty();
    assertThat(empty.item("RequestAttributesSequence[3].RequestAttributesSequence")).isEmpty();
    assertThat(empty.code("AnatomicRegionSequence")).isEmpty();
    assertThat(empty.codes("AnatomicRegionSequence")).isEmpty();
    assertThat(empty.inlineBinary("PixelData")).isEmpty();
    assertThat(empty.contains("PixelData")).isFalse();
  }

  @Test
  void accessors_ofAnotherKind_nameTheWholePath() {
    Dataset outer = nested();
    for (Runnable access :
        new Runnable[] {
          () -> outer.longValue(ITEM + "PatientBirthDate.Rows"),
          () -> outer.string(ITEM + "PixelData"),
          () -> outer.doubleValue(ITEM + "PatientName"),
          () -> outer.date(ITEM + "PatientBirthDate"),
          () -> outer.dicomTime(ITEM + "SliceThickness"),
          () -> outer.dicomDateTime(ITEM + "SliceThickness"),
          () -> outer.code(ITEM + "Rows"),
          () -> outer.item(ITEM + "StudyDate"),
          () -> outer.decimalValue(ITEM + "PatientName"),
        }) {
      assertThatThrownBy(access::run)
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining("00400275[1].")
          .hasMessageNotContainingAny("1970", "Doe");
    }
  }
}
