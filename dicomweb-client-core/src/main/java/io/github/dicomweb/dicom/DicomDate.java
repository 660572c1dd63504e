// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A date as precise as it was written: a year, a month of a year, or a day (PS3.5 §6.2, DA, and the
 * date of a DT). Immutable; equal when as precise and the same.
 */
public final class DicomDate {
  private static final int ABSENT = 0;

  private final int year;
  private final int month;
  private final int day;

  private DicomDate(int year, int month, int day) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /**
   * Reads a date.
   *
   * @param text {@code YYYYMMDD}, {@code YYYYMM} or {@code YYYY}, or the older {@code YYYY.MM.DD}
   * @return the date
   * @throws IllegalArgumentException if the text is none of these or the date does not exist
   */
  public static DicomDate parse(String text) {
    String digits =
        text.length() == 10 && text.charAt(4) == '.' && text.charAt(7) == '.'
            ? text.substring(0, 4) + text.substring(5, 7) + text.substring(8)
            : text;
    int length = digits.length();
    if (length < 4 || length > 8 || length % 2 != 0) {
      throw new IllegalArgumentException("not a date");
    }
    int year = DateDigits.read(digits, 0, 4);
    int month = length < 6 ? ABSENT : DateDigits.read(digits, 4, 6);
    int day = length < 8 ? ABSENT : DateDigits.read(digits, 6, 8);
    boolean exists =
        length < 6
            || (month >= 1
                && month <= 12
                && (length < 8 || (day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth())));
    if (!exists) {
      throw new IllegalArgumentException("not a date");
    }
    return new DicomDate(year, month, day);
  }

  /**
   * A date that is precise to the day.
   *
   * @param date a date of the years 0 to 9999
   * @return the date
   * @throws IllegalArgumentException if the year is beyond four digits
   */
  public static DicomDate of(LocalDate date) {
    if (date.getYear() < 0 || date.getYear() > 9999) {
      throw new IllegalArgumentException("DICOM has years 0 to 9999");
    }
    return new DicomDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /**
   * The year.
   *
   * @return 0 to 9999
   */
  public int year() {
    return year;
  }

  /**
   * The month.
   *
   * @return 1 to 12, if it is known
   */
  public OptionalInt month() {
    return month == ABSENT ? OptionalInt.empty() : OptionalInt.of(month);
  }

  /**
   * The day of the month.
   *
   * @return 1 to 31, if it is known
   */
  public OptionalInt day() {
    return day == ABSENT ? OptionalInt.empty() : OptionalInt.of(day);
  }

  /**
   * The date, of one that is precise to the day.
   *
   * @return the date; empty when only the year or the month is known
   */
  public Optional<LocalDate> toLocalDate() {
    return day == ABSENT ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
  }

  /**
   * The first day that this date may mean.
   *
   * @return the date
   */
  public LocalDate earliest() {
    return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
  }

  /**
   * The last day that this date may mean.
   *
   * @return the date
   */
  public LocalDate latest() {
    if (day != ABSENT) {
      return LocalDate.of(year, month, day);
    }
    LocalDate inLastMonth = LocalDate.of(year, month == ABSENT ? 12 : month, 1);
    return inLastMonth.withDayOfMonth(inLastMonth.lengthOfMonth());
  }

  /**
   * The date as DICOM writes it.
   *
   * @return {@code YYYYMMDD}, or as much of it as is known
   */
  public String toDicomString() {
    StringBuilder text = new StringBuilder(8);
    DateDigits.append(text, year, 4);
    if (month != ABSENT) {
      DateDigits.append(text, month, 2);
    }
    if (day != ABSENT) {
      DateDigits.append(text, day, 2);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DicomDate date
        && year == date.year
        && month == date.month
        && day == date.day;
  }

  @Override
  public int hashCode() {
    return (year * 13 + month) * 32 + day;
  }

  /** Without the date, which may be that of a birth. */
  @Override
  public String toString() {
    return "DicomDate";
  }
}
