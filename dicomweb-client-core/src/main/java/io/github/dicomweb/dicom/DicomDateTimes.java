// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates and times as DA, TM and DT write them (PS3.5 §6.2). */
public final class DicomDateTimes {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSSSSxx", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
  private static final DateTimeFormatter TIME_FRACTION =
      DateTimeFormatter.ofPattern("HHmmss.SSSSSS", Locale.ROOT);

  private DicomDateTimes() {}

  /**
   * Reads a DA.
   *
   * @param text {@code YYYYMMDD}, or the older {@code YYYY.MM.DD}
   * @return the date
   * @throws IllegalArgumentException if the text is neither
   */
  public static LocalDate parseDate(String text) {
    String digits =
        text.length() == 10 && text.charAt(4) == '.' && text.charAt(7) == '.'
            ? text.substring(0, 4) + text.substring(5, 7) + text.substring(8)
            : text;
    if (!digits.matches("[0-9]{8}")) {
      throw new IllegalArgumentException("not a date");
    }
    try {
      return LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date", e);
    }
  }

  /**
   * Reads a TM; hours alone or hours and minutes count from their beginning.
   *
   * @param text {@code HH}, {@code HHMM}, {@code HHMMSS} or {@code HHMMSS.FFFFFF}, with or without
   *     the older colons
   * @return the time; the second 60 as 59
   * @throws IllegalArgumentException if the text is none of these
   */
  public static LocalTime parseTime(String text) {
    String digits = text.matches("\\d\\d:\\d\\d(:.*)?") ? text.replace(":", "") : text;
    if (!digits.matches("[0-9]{2}([0-9]{2}([0-9]{2}(\\.[0-9]{1,6})?)?)?")) {
      throw new IllegalArgumentException("not a time");
    }
    int length = digits.length();
    int micros = 0;
    if (length > 7) {
      micros = Integer.parseInt((digits.substring(7) + "00000").substring(0, 6));
    }
    try {
      return LocalTime.of(
          number(digits, 0, 2),
          length < 4 ? 0 : number(digits, 2, 4),
          length < 6 ? 0 : Math.min(59, number(digits, 4, 6)),
          micros * 1000);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  /**
   * Writes a DA.
   *
   * @param date a date of the years 0 to 9999
   * @return {@code YYYYMMDD}
   */
  public static String format(LocalDate date) {
    return DATE.format(date);
  }

  /**
   * Writes a TM, with the fraction only when there is one.
   *
   * @param time a time
   * @return {@code HHMMSS} or {@code HHMMSS.FFFFFF}
   */
  public static String format(LocalTime time) {
    return (time.get(ChronoField.MICRO_OF_SECOND) == 0 ? TIME : TIME_FRACTION).format(time);
  }

  /**
   * Writes a DT with its offset from UTC.
   *
   * @param dateTime a date and time of the years 0 to 9999
   * @return {@code YYYYMMDDHHMMSS.FFFFFF±ZZXX}
   */
  public static String format(OffsetDateTime dateTime) {
    return DATE_TIME.format(dateTime);
  }
}
