// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as precise as it was written, with its offset from UTC when it has one (PS3.5
 * §6.2, DT). One without an offset is in the timezone of the dataset, Timezone Offset From UTC
 * (0008,0201), or of whoever wrote it. Immutable; equal when as precise and the same.
 */
public final class DicomDateTime {
  private static final int OFFSET_CHARS = 5;

  private final DicomDate date;
  private final @Nullable DicomTime time;
  private final @Nullable ZoneOffset offset;

  private DicomDateTime(DicomDate date, @Nullable DicomTime time, @Nullable ZoneOffset offset) {
    this.date = date;
    this.time = time;
    this.offset = offset;
  }

  /**
   * Reads a date and time.
   *
   * @param text {@code YYYYMMDDHHMMSS.FFFFFF&ZZXX}, from whose end parts may be missing, with an
   *     offset or without
   * @return the date and time
   * @throws IllegalArgumentException if the text is not of this form or the moment does not exist
   */
  public static DicomDateTime parse(String text) {
    String moment = text;
    ZoneOffset offset = null;
    int sign = text.length() - OFFSET_CHARS;
    if (sign >= 4 && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
      offset = parseOffset(text.substring(sign));
      moment = text.substring(0, sign);
    }
    if (moment.length() <= 8) {
      return new DicomDateTime(DicomDate.parse(moment), null, offset);
    }
    return new DicomDateTime(
        DicomDate.parse(moment.substring(0, 8)), DicomTime.parse(moment.substring(8)), offset);
  }

  /**
   * Reads an offset from UTC, as Timezone Offset From UTC (0008,0201) and DT write it.
   *
   * @param text {@code &ZZXX}: a sign, hours and minutes
   * @return the offset
   * @throws IllegalArgumentException if the text is not of this form or beyond 18 hours
   */
  public static ZoneOffset parseOffset(String text) {
    if (text.length() != OFFSET_CHARS || (text.charAt(0) != '+' && text.charAt(0) != '-')) {
      throw new IllegalArgumentException("not an offset");
    }
    int hours = DateDigits.read(text, 1, 3);
    int minutes = DateDigits.read(text, 3, 5);
    int total = hours * 60 + minutes;
    if (minutes > 59 || total > 18 * 60) {
      throw new IllegalArgumentException("not an offset");
    }
    return ZoneOffset.ofTotalSeconds((text.charAt(0) == '-' ? -total : total) * 60);
  }

  /**
   * A date and time that is precise to the microsecond, with its offset.
   *
   * @param dateTime a moment of the years 0 to 9999
   * @return the date and time
   * @throws IllegalArgumentException if the year is beyond four digits
   */
  public static DicomDateTime of(OffsetDateTime dateTime) {
    return new DicomDateTime(
        DicomDate.of(dateTime.toLocalDate()),
        DicomTime.of(dateTime.toLocalTime()),
        dateTime.getOffset());
  }

  /**
   * The date.
   *
   * @return the date, as precise as it is
   */
  public DicomDate date() {
    return date;
  }

  /**
   * The time.
   *
   * @return the time, if any of it is known
   */
  public Optional<DicomTime> time() {
    return Optional.ofNullable(time);
  }

  /**
   * The offset from UTC.
   *
   * @return the offset, if it is written
   */
  public Optional<ZoneOffset> offset() {
    return Optional.ofNullable(offset);
  }

  /**
   * The earliest moment that is meant, without regard to any offset.
   *
   * @return the local date and time; what is not known counts from its beginning
   */
  public LocalDateTime toLocalDateTime() {
    LocalTime clock = time == null ? LocalTime.MIDNIGHT : time.toLocalTime();
    return LocalDateTime.of(date.earliest(), clock);
  }

  /**
   * The earliest moment that is meant.
   *
   * @return the moment; empty when no offset is written
   */
  public Optional<OffsetDateTime> toOffsetDateTime() {
    return offset == null
        ? Optional.empty()
        : Optional.of(OffsetDateTime.of(toLocalDateTime(), offset));
  }

  /**
   * The earliest moment that is meant.
   *
   * @param otherwise the offset where none is written, such as that of the dataset
   * @return the moment
   */
  public OffsetDateTime toOffsetDateTime(ZoneOffset otherwise) {
    return OffsetDateTime.of(toLocalDateTime(), offset == null ? otherwise : offset);
  }

  /**
   * The date and time as DICOM writes it.
   *
   * @return {@code YYYYMMDDHHMMSS.FFFFFF&ZZXX}, or as much of it as is known
   */
  public String toDicomString() {
    StringBuilder text = new StringBuilder(date.toDicomString());
    if (time != null) {
      text.append(time.toDicomString());
    }
    if (offset != null) {
      int minutes = offset.getTotalSeconds() / 60;
      text.append(minutes < 0 ? '-' : '+');
      DateDigits.append(text, Math.abs(minutes) / 60, 2);
      DateDigits.append(text, Math.abs(minutes) % 60, 2);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DicomDateTime moment
        && date.equals(moment.date)
        && Objects.equals(time, moment.time)
        && Objects.equals(offset, moment.offset);
  }

  @Override
  public int hashCode() {
    return Objects.hash(date, time, offset);
  }

  /** Without the date and time. */
  @Override
  public String toString() {
    return "DicomDateTime";
  }
}
