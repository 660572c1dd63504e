// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.VR;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads DA, TM and DT (PS3.5 §6.2): days, microseconds of a day, microseconds. A value that is not
 * precise covers all that it can mean.
 */
final class Moments {
  static final long MICROS_OF_DAY = 86_400_000_000L;

  private static final Pattern DATE = Pattern.compile("\\d{8}");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,6}))?)?)?");
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?(\\d{2}[\\d.]*)?(?:([+-])(\\d{2})(\\d{2}))?");
  private static final int LARGEST_OFFSET_HOURS = 14;

  private Moments() {}

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if it is none of the VR
   */
  static Span parse(VR vr, String value) {
    String text = value.strip();
    try {
      return vr == VR.DA ? date(text) : vr == VR.TM ? time(text) : dateTime(text);
    } catch (DateTimeException e) {
      throw invalid();
    }
  }

  /**
   * Reads what is asked for, a value or a range (PS3.4 §C.2.2.2.5).
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Span parseRange(VR vr, String value) {
    for (int i = value.indexOf('-'); i >= 0; i = value.indexOf('-', i + 1)) {
      String from = value.substring(0, i);
      String to = value.substring(i + 1);
      if (isValueOrEmpty(vr, from) && isValueOrEmpty(vr, to) && !isOffset(vr, value, i)) {
        if (from.isEmpty() && to.isEmpty()) {
          throw invalid();
        }
        return new Span(
            from.isEmpty() ? Long.MIN_VALUE : parse(vr, from).from(),
            to.isEmpty() ? Long.MAX_VALUE : parse(vr, to).to());
      }
    }
    return parse(vr, value);
  }

  /** A hyphen before four digits that make an offset from UTC belongs to the value. */
  private static boolean isOffset(VR vr, String value, int hyphen) {
    if (vr != VR.DT || value.length() < hyphen + 5) {
      return false;
    }
    String rest = value.substring(hyphen + 1);
    boolean wholeYear = rest.length() == 4 || rest.charAt(4) == '-';
    return wholeYear
        && rest.substring(0, 4).matches("(0\\d|1[0-4])[0-5]\\d")
        && isValueOrEmpty(vr, value.substring(0, hyphen + 5));
  }

  private static boolean isValueOrEmpty(VR vr, String text) {
    if (text.isEmpty()) {
      return true;
    }
    try {
      parse(vr, text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Span date(String text) {
    if (!DATE.matcher(text).matches()) {
      throw invalid();
    }
    long day = day(text.substring(0, 4), text.substring(4, 6), text.substring(6));
    return new Span(day, day);
  }

  private static long day(String year, String month, String day) {
    return LocalDate.of(number(year), number(month), number(day)).toEpochDay();
  }

  private static Span time(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      throw invalid();
    }
    int hour = number(m.group(1));
    int minute = number(m.group(2), 0);
    int second = number(m.group(3), 0);
    if (hour > 23 || minute > 59 || second > 60) {
      throw invalid();
    }
    String fraction = m.group(4) == null ? "" : m.group(4);
    long unit =
        m.group(2) == null
            ? 3_600_000_000L
            : m.group(3) == null ? 60_000_000L : (long) Math.pow(10, 6 - fraction.length());
    long micros = ((hour * 60L + minute) * 60 + second) * 1_000_000;
    if (!fraction.isEmpty()) {
      micros += number(fraction) * unit;
    }
    return new Span(micros, micros + unit - 1);
  }

  private static Span dateTime(String text) {
    Matcher m = DATE_TIME.matcher(text);
    if (!m.matches()) {
      throw invalid();
    }
    String year = m.group(1);
    String month = m.group(2);
    String day = m.group(3);
    Span span;
    if (month == null) {
      span = days(day(year, "01", "01"), day(year, "12", "31"));
    } else if (day == null) {
      YearMonth whole = YearMonth.of(number(year), number(month));
      span = days(whole.atDay(1).toEpochDay(), whole.atEndOfMonth().toEpochDay());
    } else {
      long start = day(year, month, day);
      span = days(start, start);
      if (m.group(4) != null) {
        Span time = time(m.group(4));
        span = new Span(span.from() + time.from(), span.from() + time.to());
      }
    }
    if (m.group(5) == null) {
      return span;
    }
    int hours = number(m.group(6));
    if (hours > LARGEST_OFFSET_HOURS) {
      throw invalid();
    }
    long offset = (hours * 60L + number(m.group(7))) * 60_000_000;
    long shift = m.group(5).equals("+") ? -offset : offset;
    return new Span(span.from() + shift, span.to() + shift);
  }

  private static Span days(long first, long last) {
    return new Span(first * MICROS_OF_DAY, (last + 1) * MICROS_OF_DAY - 1);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int number(@Nullable String digits, int absent) {
    return digits == null ? absent : Integer.parseInt(digits);
  }

  private static IllegalArgumentException invalid() {
    return new IllegalArgumentException("not a date or time");
  }
}
