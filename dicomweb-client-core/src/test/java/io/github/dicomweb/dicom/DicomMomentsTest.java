// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DicomMomentsTest {
  @Test
  void date_ofEachPrecision_isKept() {
    DicomDate month = DicomDate.parse("202602");
    assertThat(month.year()).isEqualTo(2026);
    assertThat(month.month()).hasValue(2);
    assertThat(month.day()).isEmpty();
    assertThat(month.toLocalDate()).isEmpty();
    assertThat(month.earliest()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(month.latest()).isEqualTo(LocalDate.of(2026, 2, 28));
    DicomDate year = DicomDate.parse("2024");
    assertThat(year.month()).isEmpty();
    assertThat(year.latest()).isEqualTo(LocalDate.of(2024, 12, 31));
    DicomDate day = DicomDate.parse("20240229");
    assertThat(day.toLocalDate()).contains(LocalDate.of(2024, 2, 29));
    assertThat(day.latest()).isEqualTo(day.earliest());
    assertThat(DicomDate.parse("2024.02.29")).isEqualTo(day);
    assertThat(DicomDate.of(LocalDate.of(2024, 2, 29))).isEqualTo(day).hasSameHashCodeAs(day);
    assertThat(year).isNotEqualTo(DicomDate.parse("202401"));
    assertThat(day.toString()).doesNotContain("2024");
    for (String text : new String[] {"2024", "202402", "20240229", "0001"}) {
      assertThat(DicomDate.parse(text).toDicomString()).isEqualTo(text);
    }
  }

  @Test
  void time_ofEachPrecision_isKept() {
    for (String text :
        new String[] {
          "07", "0730", "073059", "073060", "073059.1", "073059.010", "235959.999999"
        }) {
      assertThat(DicomTime.parse(text).toDicomString()).isEqualTo(text);
    }
    DicomTime hour = DicomTime.parse("07");
    assertThat(hour.hour()).isEqualTo(7);
    assertThat(hour.minute()).isEmpty();
    assertThat(hour.second()).isEmpty();
    assertThat(hour.micros()).isEmpty();
    assertThat(hour.toLocalTime()).isEqualTo(LocalTime.of(7, 0));
    DicomTime fine = DicomTime.parse("073060.25");
    assertThat(fine.minute()).hasValue(30);
    assertThat(fine.second()).hasValue(60);
    assertThat(fine.micros()).hasValue(250_000);
    assertThat(fine.toLocalTime()).isEqualTo(LocalTime.of(7, 30, 59, 250_000_000));
    assertThat(DicomTime.parse("07:30:59")).isEqualTo(DicomTime.parse("073059"));
    assertThat(DicomTime.parse("07:30")).isEqualTo(DicomTime.parse("0730"));
    assertThat(DicomTime.parse("073059.1")).isNotEqualTo(DicomTime.parse("073059.10"));
    DicomTime of = DicomTime.of(LocalTime.of(1, 2, 3, 4_000));
    assertThat(of.toDicomString()).isEqualTo("010203.000004");
    assertThat(of).hasSameHashCodeAs(DicomTime.parse("010203.000004"));
    assertThat(of.toString()).doesNotContain("0102");
  }

  @Test
  void dateTime_ofEachPrecision_isKept() {
    for (String text :
        new String[] {
          "2026", "2026+0100", "202601-0330", "20260131", "2026013107", "20260131073059.123456+0000"
        }) {
      assertThat(DicomDateTime.parse(text).toDicomString()).isEqualTo(text);
    }
    DicomDateTime local = DicomDateTime.parse("2026013107");
    assertThat(local.toOffsetDateTime()).isEmpty();
    assertThat(local.time().orElseThrow().hour()).isEqualTo(7);
    assertThat(local.toOffsetDateTime(ZoneOffset.UTC))
        .isEqualTo(OffsetDateTime.of(2026, 1, 31, 7, 0, 0, 0, ZoneOffset.UTC));
    DicomDateTime whole = DicomDateTime.parse("20260131073059.5-0330");
    OffsetDateTime moment =
        OffsetDateTime.of(2026, 1, 31, 7, 30, 59, 500_000_000, ZoneOffset.of("-03:30"));
    assertThat(whole.toOffsetDateTime()).contains(moment);
    assertThat(whole.toOffsetDateTime(ZoneOffset.UTC)).isEqualTo(moment);
    assertThat(DicomDateTime.of(moment).toOffsetDateTime()).contains(moment);
    assertThat(DicomDateTime.parse("2026").time()).isEmpty();
    assertThat(local).isEqualTo(DicomDateTime.parse("2026013107")).isNotEqualTo(whole);
    assertThat(local).hasSameHashCodeAs(DicomDateTime.parse("2026013107"));
    assertThat(whole.toString()).doesNotContain("2026");
  }

  @Test
  void parse_whatIsNone_isRefused() {
    for (String text :
        new String[] {"", "26", "20261301", "20230229", "2026-01", "2026013", "x026"}) {
      assertThatThrownBy(() -> DicomDate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
    for (String text :
        new String[] {
          "", "7", "24", "0760", "073061", "073059.", "073059.1234567", "07:3", "0730+1"
        }) {
      assertThatThrownBy(() -> DicomTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
    for (String text :
        new String[] {"", "202601310", "20260131+01", "20260131+2500", "20260131+0160", "+0100"}) {
      assertThatThrownBy(() -> DicomDateTime.parse(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> DicomDate.of(LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
