// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells whether a dataset matches all keys. Those within one sequence must match one item together
 * (PS3.4 §C.2.2.2.6), and ranges of a date and the time that goes with it make one range (PS3.18
 * §8.3.4.1.1).
 */
final class KeyMatcher {
  /** Dates, and the times that go with them. */
  private static final Map<Integer, Integer> PAIRS =
      Map.of(
          Tag.StudyDate, Tag.StudyTime,
          Tag.SeriesDate, Tag.SeriesTime,
          Tag.AcquisitionDate, Tag.AcquisitionTime,
          Tag.ContentDate, Tag.ContentTime,
          Tag.InstanceCreationDate, Tag.InstanceCreationTime,
          Tag.PerformedProcedureStepStartDate, Tag.PerformedProcedureStepStartTime,
          Tag.PerformedProcedureStepEndDate, Tag.PerformedProcedureStepEndTime,
          Tag.ScheduledProcedureStepStartDate, Tag.ScheduledProcedureStepStartTime);

  private KeyMatcher() {}

  static Predicate<Dataset> of(List<Key> keys) {
    return at(keys, 0);
  }

  private static Predicate<Dataset> at(List<Key> keys, int depth) {
    Map<Integer, Key> leaves = new LinkedHashMap<>();
    Map<Integer, List<Key>> sequences = new LinkedHashMap<>();
    for (Key key : keys) {
      int tag = key.path().get(depth);
      if (key.path().size() > depth + 1) {
        sequences.computeIfAbsent(tag, t -> new ArrayList<>()).add(key);
      } else if (leaves.put(tag, key) != null) {
        throw HttpProblem.badRequest("An attribute is matched more than once.");
      }
    }
    List<Predicate<Dataset>> tests = new ArrayList<>();
    for (Map.Entry<Integer, Integer> pair : PAIRS.entrySet()) {
      Key date = leaves.get(pair.getKey());
      Key time = leaves.get(pair.getValue());
      if (date != null && time != null && date.isRange() && time.isRange()) {
        tests.add(combined(date, time));
        leaves.remove(pair.getKey());
        leaves.remove(pair.getValue());
      }
    }
    leaves.values().stream()
        .filter(key -> !key.isUniversal())
        .map(KeyMatcher::leaf)
        .forEach(tests::add);
    sequences.forEach(
        (tag, inner) -> {
          Predicate<Dataset> item = at(inner, depth + 1);
          if (!inner.stream().allMatch(Key::isUniversal)) {
            tests.add(dataset -> anyItem(dataset, tag, item));
          }
        });
    return dataset -> tests.stream().allMatch(test -> test.test(dataset));
  }

  private static Predicate<Dataset> leaf(Key key) {
    int tag = key.path().get(key.path().size() - 1);
    Predicate<Element> value = anyOf(key.vr(), key.wantedValues());
    return dataset ->
        dataset
            .element(tag)
            .filter(element -> !element.isEmpty())
            .map(value::test)
            .orElse(key.wantsEmpty());
  }

  private static Predicate<Element> anyOf(VR vr, List<String> values) {
    if (values.isEmpty()) {
      return element -> false;
    }
    if (vr == VR.UI) {
      return ValueMatchers.of(vr, values);
    }
    List<Predicate<Element>> each =
        values.stream().map(value -> ValueMatchers.of(vr, List.of(value))).toList();
    return element -> each.stream().anyMatch(one -> one.test(element));
  }

  private static boolean anyItem(Dataset dataset, int tag, Predicate<Dataset> item) {
    return dataset.element(tag).filter(SequenceElement.class::isInstance).stream()
        .flatMap(sequence -> sequence.items().stream())
        .anyMatch(item);
  }

  private static Predicate<Dataset> combined(Key date, Key time) {
    Span days = ValueMatchers.range(VR.DA, date.values().get(0));
    Span times = ValueMatchers.range(VR.TM, time.values().get(0));
    long from =
        days.from() == Long.MIN_VALUE
            ? Long.MIN_VALUE
            : days.from() * Moments.MICROS_OF_DAY + Math.max(0, times.from());
    long to =
        days.to() == Long.MAX_VALUE
            ? Long.MAX_VALUE
            : days.to() * Moments.MICROS_OF_DAY + Math.min(Moments.MICROS_OF_DAY - 1, times.to());
    Span wanted = new Span(from, to);
    return dataset ->
        moment(dataset, date.path().get(date.path().size() - 1), VR.DA)
            .flatMap(
                day ->
                    moment(dataset, time.path().get(time.path().size() - 1), VR.TM)
                        .map(clock -> day.from() * Moments.MICROS_OF_DAY + clock.from()))
            .filter(micros -> wanted.contains(new Span(micros, micros)))
            .isPresent();
  }

  private static Optional<Span> moment(Dataset dataset, int tag, VR vr) {
    try {
      return dataset.string(tag).map(text -> Moments.parse(vr, text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
