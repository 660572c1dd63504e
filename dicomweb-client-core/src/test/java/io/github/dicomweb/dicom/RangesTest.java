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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  @Test
  void dateRange_everyForm_isWrittenAsInTheStandard() {
    assertThat(DateRange.of(NEW_YEAR).toQuery()).isEqualTo("20260101");
    assertThat(DateRange.since(2026, 1, 1).toQuery()).isEqualTo("20260101-");
    assertThat(DateRange.until(NEW_YEAR).toQuery()).isEqualTo("-20260101");
    assertThat(DateRange.between(NEW_YEAR, NEW_YEAR.plusDays(1)).toQuery())
        .isEqualTo("20260101-20260102");
    assertThat(DateRange.since(NEW_YEAR)).isEqualTo(DateRange.since(2026, 1, 1));
    assertThat(DateRange.since(NEW_YEAR).toString()).doesNotContain("2026");
  }

  @Test
  void between_backwards_isRefused() {
    assertThatThrownBy(() -> DateRange.between(NEW_YEAR, NEW_YEAR.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("2026");
  }

  @Test
  void timeRange_everyForm_isWrittenAsInTheStandard() {
    LocalTime eight = LocalTime.of(8, 0);
    assertThat(TimeRange.of(eight).toQuery()).isEqualTo("080000");
    assertThat(TimeRange.since(eight).toQuery()).isEqualTo("080000-");
    assertThat(TimeRange.until(LocalTime.of(8, 0, 1, 5000)).toQuery()).isEqualTo("-080001.000005");
    assertThat(TimeRange.between(eight, eight.plusHours(1)).toQuery()).isEqualTo("080000-090000");
  }

  @ParameterizedTest
  @CsvSource({
    "08, 08:00",
    "0830, 08:30",
    "083015, 08:30:15",
    "083015.5, 08:30:15.5",
    "083015.123456, 08:30:15.123456",
    "08:30:15, 08:30:15",
    "235960, 23:59:59"
  })
  void parseTime_anyPrecision_countsFromTheBeginning(String text, LocalTime time) {
    assertThat(DicomDateTimes.parseTime(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "2460", "250000", "083015.", "083015.1234567", "ab"})
  void parseTime_whatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> DicomDateTimes.parseTime(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void parseDate_bothSpellings_areRead() {
    assertThat(DicomDateTimes.parseDate("20260101")).isEqualTo(NEW_YEAR);
    assertThat(DicomDateTimes.parseDate("2026.01.01")).isEqualTo(NEW_YEAR);
    assertThatThrownBy(() -> DicomDateTimes.parseDate("20261301"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DicomDateTimes.parseDate("2026"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void format_dateTime_hasItsOffset() {
    OffsetDateTime time =
        OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 600_000_000, ZoneOffset.ofHours(1));
    assertThat(DicomDateTimes.format(time)).isEqualTo("20260102030405.600000+0100");
  }
}
