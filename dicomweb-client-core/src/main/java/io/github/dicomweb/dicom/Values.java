// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of an attribute that may be absent as what a caller asked for. */
final class Values {
  private Values() {}

  static Optional<String> string(@Nullable Element element) {
    if (element == null || element.isEmpty()) {
      return Optional.empty();
    }
    String value = element.stringAt(0);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  static List<String> strings(@Nullable Element element) {
    return element == null ? List.of() : element.strings();
  }

  static OptionalInt intValue(@Nullable Element element) {
    Long value = element == null || element.isEmpty() ? null : element.longAt(0);
    if (element == null || value == null) {
      return OptionalInt.empty();
    }
    if (value.intValue() != value) {
      throw element.wrongKind("a whole number of 32 bits");
    }
    return OptionalInt.of(value.intValue());
  }

  static OptionalLong longValue(@Nullable Element element) {
    Long value = element == null || element.isEmpty() ? null : element.longAt(0);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  static OptionalDouble doubleValue(@Nullable Element element) {
    Double value = element == null || element.isEmpty() ? null : element.doubleAt(0);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  static double[] doubleValues(@Nullable Element element) {
    if (element == null) {
      return new double[0];
    }
    double[] values = new double[element.count()];
    for (int i = 0; i < values.length; i++) {
      Double value = element.doubleAt(i);
      values[i] = value == null ? Double.NaN : value;
    }
    return values;
  }

  static Optional<BigDecimal> decimalValue(@Nullable Element element) {
    return parsed(element, NumberText::toDecimal, "a decimal number");
  }

  static Optional<LocalDate> date(@Nullable Element element) {
    return parsed(element, DicomDateTimes::parseDate, "a date");
  }

  static Optional<DicomDate> dicomDate(@Nullable Element element) {
    return parsed(element, DicomDate::parse, "a date");
  }

  static Optional<LocalTime> time(@Nullable Element element) {
    return parsed(element, DicomDateTimes::parseTime, "a time");
  }

  static Optional<DicomTime> dicomTime(@Nullable Element element) {
    return parsed(element, DicomTime::parse, "a time");
  }

  static Optional<DicomDateTime> dicomDateTime(@Nullable Element element) {
    return parsed(element, DicomDateTime::parse, "a date and time");
  }

  private static <T> Optional<T> parsed(
      @Nullable Element element, Function<String, T> parser, String kind) {
    Optional<String> text = string(element).map(String::trim).filter(t -> !t.isEmpty());
    if (element == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text.get()));
    } catch (IllegalArgumentException e) {
      throw element.wrongKind(kind);
    }
  }

  static Optional<PersonName> personName(@Nullable Element element) {
    return personNames(element).stream().limit(1).filter(name -> !name.isEmpty()).findFirst();
  }

  static List<PersonName> personNames(@Nullable Element element) {
    return element == null ? List.of() : element.personNames();
  }

  static List<Dataset> sequence(@Nullable Element element) {
    return element == null ? List.of() : element.items();
  }

  static Optional<Dataset> item(@Nullable Element element) {
    return sequence(element).stream().findFirst();
  }

  static Optional<CodedConcept> code(@Nullable Element element) {
    return item(element).flatMap(CodedConcept::from);
  }

  static List<CodedConcept> codes(@Nullable Element element) {
    return sequence(element).stream().flatMap(item -> CodedConcept.from(item).stream()).toList();
  }

  static Optional<BulkDataReference> bulkData(@Nullable Element element) {
    return element instanceof BulkDataElement bulk
        ? Optional.of(bulk.reference())
        : Optional.empty();
  }

  static Optional<byte[]> inlineBinary(@Nullable Element element) {
    return element instanceof BinaryElement binary
        ? Optional.of(binary.toByteArray())
        : Optional.empty();
  }
}
