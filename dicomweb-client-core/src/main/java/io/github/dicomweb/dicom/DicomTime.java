// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.time.LocalTime;
import java.util.OptionalInt;

/**
 * A time of day as precise as it was written: an hour, a minute, a second or up to six digits of
 * its fraction (PS3.5 §6.2, TM, and the time of a DT). Immutable; equal when as precise and the
 * same.
 */
public final class DicomTime {
  private static final int ABSENT = -1;
  private static final int MOST_FRACTION_DIGITS = 6;

  private final int hour;
  private final int minute;
  private final int second;
  private final int micros;
  private final int fractionDigits;

  private DicomTime(int hour, int minute, int second, int micros, int fractionDigits) {
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.micros = micros;
    this.fractionDigits = fractionDigits;
  }

  /**
   * Reads a time.
   *
   * @param text {@code HH}, {@code HHMM}, {@code HHMMSS} or {@code HHMMSS.FFFFFF} with one to six
   *     digits of fraction, or the older form with colons
   * @return the time
   * @throws IllegalArgumentException if the text is none of these or the time does not exist
   */
  public static DicomTime parse(String text) {
    String digits = text.length() > 2 && text.charAt(2) == ':' ? withoutColons(text) : text;
    int length = digits.length();
    int fractionDigits = 0;
    int micros = 0;
    if (length > 6) {
      fractionDigits = length - 7;
      if (digits.charAt(6) != '.' || fractionDigits < 1 || fractionDigits > MOST_FRACTION_DIGITS) {
        throw new IllegalArgumentException("not a time");
      }
      micros = DateDigits.read(digits, 7, length);
      for (int i = fractionDigits; i < MOST_FRACTION_DIGITS; i++) {
        micros *= 10;
      }
      length = 6;
    }
    if (length < 2 || length % 2 != 0) {
      throw new IllegalArgumentException("not a time");
    }
    int hour = DateDigits.read(digits, 0, 2);
    int minute = length < 4 ? ABSENT : DateDigits.read(digits, 2, 4);
    int second = length < 6 ? ABSENT : DateDigits.read(digits, 4, 6);
    // 60 is a leap second
    if (hour > 23 || minute > 59 || second > 60) {
      throw new IllegalArgumentException("not a time");
    }
    return new DicomTime(hour, minute, second, micros, fractionDigits);
  }

  private static String withoutColons(String text) {
    boolean seconds = text.length() > 5;
    if (text.length() < 5 || (seconds && text.charAt(5) != ':')) {
      throw new IllegalArgumentException("not a time");
    }
    return text.substring(0, 2) + text.substring(3, 5) + (seconds ? text.substring(6) : "");
  }

  /**
   * A time that is precise to the microsecond.
   *
   * @param time a time; what is below a microsecond is dropped
   * @return the time
   */
  public static DicomTime of(LocalTime time) {
    int micros = time.getNano() / 1000;
    return new DicomTime(
        time.getHour(), time.getMinute(), time.getSecond(), micros, MOST_FRACTION_DIGITS);
  }

  /**
   * The hour.
   *
   * @return 0 to 23
   */
  public int hour() {
    return hour;
  }

  /**
   * The minute.
   *
   * @return 0 to 59, if it is known
   */
  public OptionalInt minute() {
    return minute == ABSENT ? OptionalInt.empty() : OptionalInt.of(minute);
  }

  /**
   * The second.
   *
   * @return 0 to 60, where 60 is a leap second, if it is known
   */
  public OptionalInt second() {
    return second == ABSENT ? OptionalInt.empty() : OptionalInt.of(second);
  }

  /**
   * The fraction of the second in microseconds.
   *
   * @return 0 to 999999, if any of its digits is known
   */
  public OptionalInt micros() {
    return fractionDigits == 0 ? OptionalInt.empty() : OptionalInt.of(micros);
  }

  /**
   * The time; what is not known counts from its beginning, and a leap second as the one before it.
   *
   * @return the time
   */
  public LocalTime toLocalTime() {
    return LocalTime.of(
        hour, Math.max(0, minute), Math.min(59, Math.max(0, second)), micros * 1000);
  }

  /**
   * The time as DICOM writes it.
   *
   * @return {@code HHMMSS.FFFFFF}, or as much of it as is known
   */
  public String toDicomString() {
    StringBuilder text = new StringBuilder(13);
    DateDigits.append(text, hour, 2);
    if (minute != ABSENT) {
      DateDigits.append(text, minute, 2);
    }
    if (second != ABSENT) {
      DateDigits.append(text, second, 2);
    }
    if (fractionDigits > 0) {
      text.append('.');
      DateDigits.append(text, micros, MOST_FRACTION_DIGITS);
      text.setLength(7 + fractionDigits);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DicomTime time
        && hour == time.hour
        && minute == time.minute
        && second == time.second
        && micros == time.micros
        && fractionDigits == time.fractionDigits;
  }

  @Override
  public int hashCode() {
    return ((hour * 60 + minute) * 61 + second) * 1_000_003 + micros;
  }

  /** Without the time. */
  @Override
  public String toString() {
    return "DicomTime";
  }
}
