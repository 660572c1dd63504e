// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of dates for matching (PS3.4 §C.2.2.2.5), open at one end or closed. Both ends belong to
 * it.
 */
public final class DateRange {
  private final @Nullable LocalDate from;
  private final @Nullable LocalDate to;

  private DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    this.from = from;
    this.to = to;
  }

  /**
   * One date.
   *
   * @param date the date
   * @return the range of that date alone
   */
  public static DateRange of(LocalDate date) {
    return new DateRange(date, Objects.requireNonNull(date));
  }

  /**
   * From one date to another.
   *
   * @param from the first date
   * @param to the last date
   * @return the range
   * @throws IllegalArgumentException if the first is after the last
   */
  public static DateRange between(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("the range ends before it begins");
    }
    return new DateRange(from, to);
  }

  /**
   * From a date on.
   *
   * @param from the first date
   * @return the range
   */
  public static DateRange since(LocalDate from) {
    return new DateRange(Objects.requireNonNull(from), null);
  }

  /**
   * From a date on.
   *
   * @param year the year
   * @param month the month, from 1
   * @param day the day, from 1
   * @return the range
   */
  public static DateRange since(int year, int month, int day) {
    return since(LocalDate.of(year, month, day));
  }

  /**
   * Up to a date.
   *
   * @param to the last date
   * @return the range
   */
  public static DateRange until(LocalDate to) {
    return new DateRange(null, Objects.requireNonNull(to));
  }

  /**
   * The text of a query.
   *
   * @return such as {@code 20260101}, {@code 20260101-} or {@code -20260101}
   */
  public String toQuery() {
    String first = from == null ? "" : DicomDateTimes.format(from);
    String last = to == null ? "" : DicomDateTimes.format(to);
    return first.equals(last) ? first : first + '-' + last;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DateRange range
        && Objects.equals(from, range.from)
        && Objects.equals(to, range.to);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to);
  }

  /** Without the dates. */
  @Override
  public String toString() {
    return "DateRange";
  }
}
