// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import io.github.dicomweb.error.DicomFormatException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The accessors of {@link Dataset} by path: a keyword, eight hexadecimal digits, or several of them
 * with the index of an item, such as {@code RequestAttributesSequence[0].ScheduledProcedureStepID}.
 *
 * <p>A path with an unknown keyword is an {@link IllegalArgumentException}; what is absent on the
 * way is absent; a step of the wrong kind is a {@link DicomFormatException} that names the path.
 */
public abstract sealed class PathAccessors permits Dataset {
  PathAccessors() {}

  abstract <T> T at(String path, Function<@Nullable Element, T> reader);

  abstract OffsetDateTime moment(DicomDateTime dateTime, String path);

  /**
   * Whether an attribute is present, with or without a value.
   *
   * @param path keyword, tag or path
   * @return true if it is
   */
  public boolean contains(String path) {
    return element(path).isPresent();
  }

  /**
   * An attribute.
   *
   * @param path keyword, tag or path
   * @return the attribute, if present
   */
  public Optional<Element> element(String path) {
    return at(path, Optional::ofNullable);
  }

  /**
   * The first value as text; numbers in decimal, person names as in DICOM files.
   *
   * @param path keyword, tag or path
   * @return the text, or empty when the attribute or its first value is not there
   * @throws DicomFormatException if the attribute is a sequence or binary
   */
  public Optional<String> string(String path) {
    return at(path, Values::string);
  }

  /**
   * All values as text, an empty string for a missing one.
   *
   * @param path keyword, tag or path
   * @return the values, an empty list when the attribute is not there or has none
   * @throws DicomFormatException if the attribute is a sequence or binary
   */
  public List<String> strings(String path) {
    return at(path, Values::strings);
  }

  /**
   * The first value as a whole number of 32 bits; IS and other text is read as one.
   *
   * @param path keyword, tag or path
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not such a number
   */
  public OptionalInt intValue(String path) {
    return at(path, Values::intValue);
  }

  /**
   * The first value as a whole number of 64 bits.
   *
   * @param path keyword, tag or path
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not such a number
   */
  public OptionalLong longValue(String path) {
    return at(path, Values::longValue);
  }

  /**
   * The first value as a number; DS and other text is read as one.
   *
   * @param path keyword, tag or path
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not a number
   */
  public OptionalDouble doubleValue(String path) {
    return at(path, Values::doubleValue);
  }

  /**
   * All values as numbers.
   *
   * @param path keyword, tag or path
   * @return the numbers, {@code NaN} for a missing one; an empty array when there is no value
   * @throws DicomFormatException if a value is not a number
   */
  public double[] doubleValues(String path) {
    return at(path, Values::doubleValues);
  }

  /**
   * The first value with all its digits.
   *
   * @param path keyword, tag or path
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not a finite number
   */
  public Optional<BigDecimal> decimalValue(String path) {
    return at(path, Values::decimalValue);
  }

  /**
   * The first value as a date.
   *
   * @param path keyword, tag or path
   * @return the date, or empty when there is none
   * @throws DicomFormatException if the value is not a whole date
   */
  public Optional<LocalDate> date(String path) {
    return at(path, Values::date);
  }

  /**
   * The first value as a date that may be of a year or a month only.
   *
   * @param path keyword, tag or path
   * @return the date, or empty when there is none
   * @throws DicomFormatException if the value is not a date
   */
  public Optional<DicomDate> dicomDate(String path) {
    return at(path, Values::dicomDate);
  }

  /**
   * The first value as a time; what is less precise counts from its beginning.
   *
   * @param path keyword, tag or path
   * @return the time, or empty when there is none
   * @throws DicomFormatException if the value is not a time
   */
  public Optional<LocalTime> time(String path) {
    return at(path, Values::time);
  }

  /**
   * The first value as a time that is as precise as it was written.
   *
   * @param path keyword, tag or path
   * @return the time, or empty when there is none
   * @throws DicomFormatException if the value is not a time
   */
  public Optional<DicomTime> dicomTime(String path) {
    return at(path, Values::dicomTime);
  }

  /**
   * The first value as a date and time that is as precise as it was written.
   *
   * @param path keyword, tag or path
   * @return the date and time, or empty when there is none
   * @throws DicomFormatException if the value is not a date and time
   */
  public Optional<DicomDateTime> dicomDateTime(String path) {
    return at(path, Values::dicomDateTime);
  }

  /**
   * The first person name.
   *
   * @param path keyword, tag or path
   * @return the name, or empty when there is none
   * @throws DicomFormatException if the value is not a name
   */
  public Optional<PersonName> personName(String path) {
    return at(path, Values::personName);
  }

  /**
   * All person names.
   *
   * @param path keyword, tag or path
   * @return the names, {@link PersonName#EMPTY} for a missing one
   * @throws DicomFormatException if the values are not names
   */
  public List<PersonName> personNames(String path) {
    return at(path, Values::personNames);
  }

  /**
   * The items of a sequence.
   *
   * @param path keyword, tag or path
   * @return the items, an empty list when the sequence is not there or has none
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public List<Dataset> sequence(String path) {
    return at(path, Values::sequence);
  }

  /**
   * The first item of a sequence.
   *
   * @param path keyword, tag or path
   * @return the item, if there is one
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public Optional<Dataset> item(String path) {
    return at(path, Values::item);
  }

  /**
   * The code in the first item of a code sequence.
   *
   * @param path keyword, tag or path
   * @return the code, if there is one
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public Optional<CodedConcept> code(String path) {
    return at(path, Values::code);
  }

  /**
   * The codes of a code sequence.
   *
   * @param path keyword, tag or path
   * @return the codes; items without one are left out
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public List<CodedConcept> codes(String path) {
    return at(path, Values::codes);
  }

  /**
   * Where a value is that is not in this dataset.
   *
   * @param path keyword, tag or path
   * @return the reference, if the attribute has one
   */
  public Optional<BulkDataReference> bulkData(String path) {
    return at(path, Values::bulkData);
  }

  /**
   * A binary value that is held in this dataset, in little endian byte order.
   *
   * @param path keyword, tag or path
   * @return a copy of the bytes, if the attribute has such a value
   */
  public Optional<byte[]> inlineBinary(String path) {
    return at(path, Values::inlineBinary);
  }

  /**
   * The first value as a moment. One that is written without an offset has that of the whole
   * dataset, Timezone Offset From UTC (0008,0201).
   *
   * @param path keyword, tag or path
   * @return the moment, or empty when there is none; what is less precise counts from its beginning
   * @throws DicomFormatException if the value is not a date and time, or has no offset and the
   *     dataset neither
   */
  public Optional<OffsetDateTime> dateTime(String path) {
    return dicomDateTime(path).map(dateTime -> moment(dateTime, path));
  }
}
