// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of times for matching (PS3.4 §C.2.2.2.5), open at one end or closed. Both ends belong to
 * it.
 */
public final class TimeRange {
  private final @Nullable LocalTime from;
  private final @Nullable LocalTime to;

  private TimeRange(@Nullable LocalTime from, @Nullable LocalTime to) {
    this.from = from;
    this.to = to;
  }

  /**
   * One time.
   *
   * @param time the time
   * @return the range of that time alone
   */
  public static TimeRange of(LocalTime time) {
    return new TimeRange(time, Objects.requireNonNull(time));
  }

  /**
   * From one time to another.
   *
   * @param from the first time
   * @param to the last time
   * @return the range
   * @throws IllegalArgumentException if the first is after the last
   */
  public static TimeRange between(LocalTime from, LocalTime to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("the range ends before it begins");
    }
    return new TimeRange(from, to);
  }

  /**
   * From a time on.
   *
   * @param from the first time
   * @return the range
   */
  public static TimeRange since(LocalTime from) {
    return new TimeRange(Objects.requireNonNull(from), null);
  }

  /**
   * Up to a time.
   *
   * @param to the last time
   * @return the range
   */
  public static TimeRange until(LocalTime to) {
    return new TimeRange(null, Objects.requireNonNull(to));
  }

  /**
   * The text of a query.
   *
   * @return such as {@code 083000}, {@code 083000-} or {@code -083000}
   */
  public String toQuery() {
    String first = from == null ? "" : DicomDateTimes.format(from);
    String last = to == null ? "" : DicomDateTimes.format(to);
    return first.equals(last) ? first : first + '-' + last;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeRange range
        && Objects.equals(from, range.from)
        && Objects.equals(to, range.to);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to);
  }

  /** Without the times. */
  @Override
  public String toString() {
    return "TimeRange";
  }
}
