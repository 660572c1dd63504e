// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.VR;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value of a matching key, held against one value of a result (PS3.4 §C.2.2.2). */
final class ValueTest {
  private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
  private static final Pattern NUMBERS =
      Pattern.compile("(" + NUMBER + ")?\\s*-\\s*(" + NUMBER + ")?");
  private static final Set<String> NUMERIC_TEXT = Set.of("IS", "DS");

  private ValueTest() {}

  /**
   * Makes the test that fits the VR: patterns for text, ranges for dates, times and numbers, the
   * value itself for UIDs. What is no value of its VR can only be the same text.
   *
   * @param vr the VR of the attribute, or null where nobody knows it
   * @param wanted the value of the key
   */
  static Predicate<String> of(@Nullable VR vr, String wanted) {
    if (vr == null || vr.equals(VR.PN)) {
      return vr == null ? pattern(wanted, 0) : name(wanted);
    }
    return switch (vr.toString()) {
      case "DA" -> moments(wanted, Moments::ofDates);
      case "TM" -> moments(wanted, Moments::ofTimes);
      case "DT" -> moments(wanted, Moments::ofDateTimes);
      default -> {
        if (vr.kind() == VR.Kind.NUMBER || NUMERIC_TEXT.contains(vr.toString())) {
          yield numbers(wanted);
        }
        yield QueryWriter.WILDCARD_VRS.contains(vr.toString())
            ? pattern(wanted, 0)
            : value -> value.strip().equals(wanted.strip());
      }
    };
  }

  /** A person name matches by any of its groups, whatever the case of its letters. */
  static Predicate<String> name(String wanted) {
    Predicate<String> test =
        pattern(withoutDelimiters(wanted), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return value -> {
      if (test.test(value)) {
        return true;
      }
      for (String group : value.split("=", -1)) {
        if (test.test(withoutDelimiters(group))) {
          return true;
        }
      }
      return false;
    };
  }

  private static String withoutDelimiters(String name) {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) == '^') {
      end--;
    }
    return name.substring(0, end);
  }

  /** Text with the wildcards {@code *} and {@code ?}. */
  static Predicate<String> pattern(String wanted, int flags) {
    StringBuilder regex = new StringBuilder();
    wanted
        .strip()
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
              }
            });
    Pattern pattern = Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
    return value -> pattern.matcher(value.strip()).matches();
  }

  private static Predicate<String> moments(String wanted, Function<String, Moments> reader) {
    Optional<Moments> span = read(wanted, reader);
    if (span.isEmpty()) {
      return wanted::equals;
    }
    return value -> read(value, reader).filter(span.get()::holdsStartOf).isPresent();
  }

  private static <T> Optional<T> read(String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text.strip()));
    } catch (IllegalArgumentException e) {
      // No value of its VR: it matches nothing that is one.
      return Optional.empty();
    }
  }

  private static Predicate<String> numbers(String wanted) {
    Optional<BigDecimal> one = read(wanted, BigDecimal::new);
    if (one.isPresent()) {
      return value -> within(value, one.get(), one.get());
    }
    Matcher range = NUMBERS.matcher(wanted.strip());
    if (!range.matches() || (range.group(1) == null && range.group(2) == null)) {
      return wanted::equals;
    }
    BigDecimal from = range.group(1) == null ? null : new BigDecimal(range.group(1));
    BigDecimal to = range.group(2) == null ? null : new BigDecimal(range.group(2));
    return value -> within(value, from, to);
  }

  private static boolean within(String value, @Nullable BigDecimal from, @Nullable BigDecimal to) {
    return read(value, BigDecimal::new)
        .filter(number -> from == null || number.compareTo(from) >= 0)
        .filter(number -> to == null || number.compareTo(to) <= 0)
        .isPresent();
  }
}
