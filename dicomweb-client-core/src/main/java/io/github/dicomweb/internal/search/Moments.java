// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.DicomDate;
import io.github.dicomweb.dicom.DicomDateTime;
import io.github.dicomweb.dicom.DicomTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time or both as a span, from the first moment that the text can mean to the last: what
 * has no seconds means all of its minute.
 *
 * @param from the first moment, or null for none
 * @param to the last moment, or null for none
 */
record Moments(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
  private static final LocalTime END_OF_DAY = LocalTime.MIDNIGHT.minusNanos(1000);
  // Times alone are compared on one and the same day.
  private static final LocalDate SOME_DAY = LocalDate.EPOCH;

  /** Of a DA value or range; throws {@link IllegalArgumentException} if it is none. */
  static Moments ofDates(String text) {
    return range(text, Moments::date);
  }

  /** Of a TM value or range; throws {@link IllegalArgumentException} if it is none. */
  static Moments ofTimes(String text) {
    return range(text, value -> time(SOME_DAY, value));
  }

  /** Of a DT value or range; throws {@link IllegalArgumentException} if it is none. */
  static Moments ofDateTimes(String text) {
    IllegalArgumentException failure;
    try {
      // A hyphen may also stand before an offset from UTC: what is one value is no range.
      return dateTime(text);
    } catch (IllegalArgumentException e) {
      failure = e;
    }
    for (int i = text.indexOf('-'); i >= 0; i = text.indexOf('-', i + 1)) {
      try {
        return range(text, i, Moments::dateTime);
      } catch (IllegalArgumentException e) {
        failure = e;
      }
    }
    throw failure;
  }

  /** Of a range of dates and one of times that form one interval (PS3.4 §C.2.2.2.5). */
  static Moments ofInterval(String dates, String times) {
    Moments days = ofDates(dates);
    Moments clock = ofTimes(times);
    return new Moments(
        days.from == null ? null : at(days.from, clock.from, LocalTime.MIDNIGHT),
        days.to == null ? null : at(days.to, clock.to, END_OF_DAY));
  }

  private static OffsetDateTime at(
      OffsetDateTime day, @Nullable OffsetDateTime clock, LocalTime otherwise) {
    LocalTime time = clock == null ? otherwise : clock.toLocalTime();
    return day.toLocalDate().atTime(time).atOffset(ZoneOffset.UTC);
  }

  private static Moments range(String text, Function<String, Moments> value) {
    int hyphen = text.indexOf('-');
    return hyphen < 0 ? value.apply(text) : range(text, hyphen, value);
  }

  private static Moments range(String text, int hyphen, Function<String, Moments> value) {
    String first = text.substring(0, hyphen).strip();
    String last = text.substring(hyphen + 1).strip();
    if (first.isEmpty() && last.isEmpty()) {
      throw new IllegalArgumentException("a range without ends");
    }
    return new Moments(
        first.isEmpty() ? null : value.apply(first).from,
        last.isEmpty() ? null : value.apply(last).to);
  }

  private static Moments date(String text) {
    DicomDate date = DicomDate.parse(text);
    return new Moments(
        date.earliest().atStartOfDay().atOffset(ZoneOffset.UTC),
        date.latest().atTime(END_OF_DAY).atOffset(ZoneOffset.UTC));
  }

  private static Moments time(LocalDate day, String text) {
    DicomTime time = DicomTime.parse(text);
    return new Moments(
        day.atTime(time.toLocalTime()).atOffset(ZoneOffset.UTC),
        day.atTime(latest(time)).atOffset(ZoneOffset.UTC));
  }

  private static LocalTime latest(DicomTime time) {
    LocalTime first = time.toLocalTime();
    if (time.micros().isPresent()) {
      return first;
    }
    LocalTime second = first.withNano(999_999_000);
    if (time.second().isPresent()) {
      return second;
    }
    LocalTime minute = second.withSecond(59);
    return time.minute().isPresent() ? minute : minute.withMinute(59);
  }

  private static Moments dateTime(String text) {
    DicomDateTime moment = DicomDateTime.parse(text);
    ZoneOffset offset = moment.offset().orElse(ZoneOffset.UTC);
    LocalDateTime last =
        moment
            .time()
            .map(time -> moment.date().earliest().atTime(latest(time)))
            .orElseGet(() -> moment.date().latest().atTime(END_OF_DAY));
    return new Moments(moment.toOffsetDateTime(ZoneOffset.UTC), last.atOffset(offset));
  }

  /** Whether another span begins within this one. */
  boolean holdsStartOf(Moments other) {
    OffsetDateTime start = other.from;
    return start != null
        && (from == null || !start.isBefore(from))
        && (to == null || !start.isAfter(to));
  }

  /** Whether another span has a moment in common with this one. */
  boolean touches(Moments other) {
    boolean before = from != null && other.to != null && other.to.isBefore(from);
    boolean after = to != null && other.from != null && other.from.isAfter(to);
    return !before && !after;
  }
}
