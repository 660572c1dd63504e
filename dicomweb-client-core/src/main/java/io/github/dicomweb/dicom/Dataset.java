// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import io.github.dicomweb.error.DicomFormatException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A DICOM dataset: attributes in the order of their tags. Immutable, so any number of threads may
 * read it; equal by value.
 *
 * <p>Each accessor comes by tag and by path: keywords or hexadecimal tags, with the index of an
 * item, such as {@code RequestAttributesSequence[0].ScheduledProcedureStepID} (item 0 is meant when
 * the index is left out). A path with an unknown keyword is an {@link IllegalArgumentException}; an
 * item that is not there is an absent value.
 *
 * <p>What is absent or empty is an empty {@code Optional} or list. A value of another kind than was
 * asked for is a {@link DicomFormatException} that names the tag and not the value.
 */
public final class Dataset extends PathAccessors implements Iterable<Element> {
  // what a line of a log bears
  private static final int SHOWN = 100;

  private static final Dataset EMPTY = new Dataset(new Element[0]);

  private final Element[] elements;

  Dataset(Element[] sorted) {
    this.elements = sorted;
  }

  /**
   * A dataset without attributes.
   *
   * @return the empty dataset
   */
  public static Dataset empty() {
    return EMPTY;
  }

  /**
   * Starts a dataset.
   *
   * @return a builder without attributes
   */
  public static DatasetBuilder builder() {
    return new DatasetBuilder();
  }

  /**
   * Starts a changed copy.
   *
   * @return a builder with the attributes of this dataset
   */
  public DatasetBuilder toBuilder() {
    return new DatasetBuilder(elements);
  }

  /**
   * How many attributes there are, those of items not counted.
   *
   * @return the number
   */
  public int size() {
    return elements.length;
  }

  /**
   * Whether there is no attribute.
   *
   * @return true for an empty dataset
   */
  public boolean isEmpty() {
    return elements.length == 0;
  }

  /**
   * Whether an attribute is present, with or without a value.
   *
   * @param tag the tag
   * @return true if it is
   */
  public boolean contains(int tag) {
    return find(tag) != null;
  }

  /**
   * An attribute.
   *
   * @param tag the tag
   * @return the attribute, if present
   */
  public Optional<Element> element(int tag) {
    return Optional.ofNullable(find(tag));
  }

  /**
   * A private attribute, found by the creator of its block (PS3.5 §7.8).
   *
   * @param creator the private creator
   * @param tag group and element number, of which the lower eight bits count
   * @return the attribute, if the creator has a block in the group and it is present there
   */
  public Optional<Element> privateElement(String creator, int tag) {
    int group = tag & 0xFFFF0000;
    for (int block = 0x10; block <= 0xFF; block++) {
      Element reserved = find(group | block);
      if (reserved instanceof TextElement text && text.stringAt(0).equals(creator)) {
        return element(group | block << 8 | (tag & 0xFF));
      }
    }
    return Optional.empty();
  }

  /**
   * The first value as text; numbers in decimal, person names as in DICOM files.
   *
   * @param tag the tag
   * @return the text, or empty when the attribute or its first value is not there
   * @throws DicomFormatException if the attribute is a sequence or binary
   */
  public Optional<String> string(int tag) {
    return Values.string(find(tag));
  }

  /**
   * All values as text, an empty string for a missing one.
   *
   * @param tag the tag
   * @return the values, an empty list when the attribute is not there or has none
   * @throws DicomFormatException if the attribute is a sequence or binary
   */
  public List<String> strings(int tag) {
    return Values.strings(find(tag));
  }

  /**
   * The first value as a whole number of 32 bits; IS and other text is read as one.
   *
   * @param tag the tag
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not such a number
   */
  public OptionalInt intValue(int tag) {
    return Values.intValue(find(tag));
  }

  /**
   * The first value as a whole number of 64 bits.
   *
   * @param tag the tag
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not such a number
   */
  public OptionalLong longValue(int tag) {
    return Values.longValue(find(tag));
  }

  /**
   * The first value as a number; DS and other text is read as one.
   *
   * @param tag the tag
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not a number
   */
  public OptionalDouble doubleValue(int tag) {
    return Values.doubleValue(find(tag));
  }

  /**
   * All values as numbers.
   *
   * @param tag the tag
   * @return the numbers, {@code NaN} for a missing one; an empty array when there is no value
   * @throws DicomFormatException if a value is not a number
   */
  public double[] doubleValues(int tag) {
    return Values.doubleValues(find(tag));
  }

  /**
   * The first value with all its digits.
   *
   * @param tag the tag, of DS, IS or a number
   * @return the number, or empty when there is none
   * @throws DicomFormatException if the value is not a finite number
   */
  public Optional<BigDecimal> decimalValue(int tag) {
    return Values.decimalValue(find(tag));
  }

  /**
   * The first value as a date.
   *
   * @param tag the tag, of DA
   * @return the date, or empty when there is none
   * @throws DicomFormatException if the value is not a whole date
   */
  public Optional<LocalDate> date(int tag) {
    return Values.date(find(tag));
  }

  /**
   * The first value as a date that may be of a year or a month only.
   *
   * @param tag the tag, of DA
   * @return the date, or empty when there is none
   * @throws DicomFormatException if the value is not a date
   */
  public Optional<DicomDate> dicomDate(int tag) {
    return Values.dicomDate(find(tag));
  }

  /**
   * The first value as a time; what is less precise counts from its beginning.
   *
   * @param tag the tag, of TM
   * @return the time, or empty when there is none
   * @throws DicomFormatException if the value is not a time
   */
  public Optional<LocalTime> time(int tag) {
    return Values.time(find(tag));
  }

  /**
   * The first value as a time that is as precise as it was written.
   *
   * @param tag the tag, of TM
   * @return the time, or empty when there is none
   * @throws DicomFormatException if the value is not a time
   */
  public Optional<DicomTime> dicomTime(int tag) {
    return Values.dicomTime(find(tag));
  }

  /**
   * The first value as a date and time that is as precise as it was written.
   *
   * @param tag the tag, of DT
   * @return the date and time, or empty when there is none
   * @throws DicomFormatException if the value is not a date and time
   */
  public Optional<DicomDateTime> dicomDateTime(int tag) {
    return Values.dicomDateTime(find(tag));
  }

  /**
   * The first person name.
   *
   * @param tag the tag, of PN
   * @return the name, or empty when there is none
   * @throws DicomFormatException if the value is not a name
   */
  public Optional<PersonName> personName(int tag) {
    return Values.personName(find(tag));
  }

  /**
   * All person names.
   *
   * @param tag the tag, of PN
   * @return the names, {@link PersonName#EMPTY} for a missing one
   * @throws DicomFormatException if the values are not names
   */
  public List<PersonName> personNames(int tag) {
    return Values.personNames(find(tag));
  }

  /**
   * The items of a sequence.
   *
   * @param tag the tag, of SQ
   * @return the items, an empty list when the sequence is not there or has none
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public List<Dataset> sequence(int tag) {
    return Values.sequence(find(tag));
  }

  /**
   * The first item of a sequence.
   *
   * @param tag the tag, of SQ
   * @return the item, if there is one
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public Optional<Dataset> item(int tag) {
    return Values.item(find(tag));
  }

  /**
   * The code in the first item of a code sequence.
   *
   * @param tag the tag, of SQ
   * @return the code, if there is one
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public Optional<CodedConcept> code(int tag) {
    return Values.code(find(tag));
  }

  /**
   * The codes of a code sequence.
   *
   * @param tag the tag, of SQ
   * @return the codes; items without one are left out
   * @throws DicomFormatException if the attribute is not a sequence
   */
  public List<CodedConcept> codes(int tag) {
    return Values.codes(find(tag));
  }

  /**
   * Where a value is that is not in this dataset.
   *
   * @param tag the tag
   * @return the reference, if the attribute has one
   */
  public Optional<BulkDataReference> bulkData(int tag) {
    return Values.bulkData(find(tag));
  }

  /**
   * A binary value that is held in this dataset, in little endian byte order.
   *
   * @param tag the tag
   * @return a copy of the bytes, if the attribute has such a value
   */
  public Optional<byte[]> inlineBinary(int tag) {
    return Values.inlineBinary(find(tag));
  }

  /**
   * The first value as a moment. One that is written without an offset has that of the whole
   * dataset, Timezone Offset From UTC (0008,0201).
   *
   * @param tag the tag, of DT
   * @return the moment, or empty when there is none; what is less precise counts from its beginning
   * @throws DicomFormatException if the value is not a date and time, or has no offset and the
   *     dataset neither
   */
  public Optional<OffsetDateTime> dateTime(int tag) {
    return dicomDateTime(tag).map(dateTime -> moment(dateTime, Tags.toHex(tag)));
  }

  /**
   * The attributes in the order of their tags.
   *
   * @return a stream
   */
  public Stream<Element> stream() {
    return Arrays.stream(elements);
  }

  @Override
  public Iterator<Element> iterator() {
    return Collections.unmodifiableList(Arrays.asList(elements)).iterator();
  }

  @Override
  <T> T at(String path, Function<@Nullable Element, T> reader) {
    return TagPath.parse(path).in(this, reader);
  }

  @Override
  OffsetDateTime moment(DicomDateTime dateTime, String path) {
    ZoneOffset offset =
        dateTime
            .offset()
            .or(() -> string(Tag.TimezoneOffsetFromUTC).flatMap(Dataset::zone))
            .orElseThrow(
                () -> DicomFormatException.ofValue("the value has no offset from UTC", path));
    return dateTime.toOffsetDateTime(offset);
  }

  private static Optional<ZoneOffset> zone(String text) {
    try {
      return Optional.of(DicomDateTime.parseOffset(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Nullable Element find(int tag) {
    int low = 0;
    int high = elements.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(elements[middle].tag(), tag);
      if (order == 0) {
        return elements[middle];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Dataset dataset && Arrays.equals(elements, dataset.elements));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(elements);
  }

  /**
   * The structure: tags, VRs and numbers of values of the first hundred attributes, never a value.
   */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("Dataset[").append(elements.length).append(" attributes");
    for (int i = 0; i < elements.length; i++) {
      if (i == SHOWN) {
        text.append(", ...");
        break;
      }
      text.append(i == 0 ? ": " : ", ").append(elements[i]);
    }
    return text.append(']').toString();
  }
}
