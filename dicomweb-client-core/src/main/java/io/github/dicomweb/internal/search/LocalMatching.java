// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.search.SearchQuery.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies all keys of a search here, for servers that give everything (PS3.4 §C.2.2.2): single
 * values, lists, wildcards, ranges, dates with times, items of sequences, values that are empty.
 */
final class LocalMatching implements Predicate<Dataset> {
  private static final Map<Integer, Integer> TIME_OF_DATE =
      Map.of(
          Tag.StudyDate, Tag.StudyTime,
          Tag.SeriesDate, Tag.SeriesTime,
          Tag.AcquisitionDate, Tag.AcquisitionTime,
          Tag.ContentDate, Tag.ContentTime,
          Tag.PerformedProcedureStepStartDate, Tag.PerformedProcedureStepStartTime,
          Tag.ScheduledProcedureStepStartDate, Tag.ScheduledProcedureStepStartTime);

  private final Level top = new Level();
  private final Set<Warning> warnings = new LinkedHashSet<>();
  private final boolean emptyValues;

  LocalMatching(SearchQuery query) {
    this.emptyValues = query.has(Option.EMPTY_VALUES);
    query.matches().forEach(this::add);
    top.pair();
    if (query.has(Option.FUZZY)) {
      warnings.add(Warning.tolerated("names were matched literally: nothing here matches fuzzily"));
    }
  }

  private void add(String attribute, List<String> values) {
    Level level = top;
    int tag = 0;
    String[] steps = attribute.split("\\.");
    for (int i = 0; i < steps.length; i++) {
      tag = Tags.parse(steps[i]).orElseThrow();
      if (i < steps.length - 1) {
        level = level.items.computeIfAbsent(tag, unused -> new Level());
      }
    }
    if (tag == Tag.TimezoneOffsetFromUTC) {
      warnings.add(Warning.tolerated("TimezoneOffsetFromUTC was not taken into account"));
      return;
    }
    level.keys.put(tag, new Key(attribute, tag, values));
  }

  @Override
  public boolean test(Dataset result) {
    return top.test(result);
  }

  /** What was not matched as it should be. */
  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** The keys of one dataset: all of those of a sequence have to match the same item. */
  private final class Level implements Predicate<Dataset> {
    private final Map<Integer, Key> keys = new LinkedHashMap<>();
    private final Map<Integer, Level> items = new LinkedHashMap<>();
    private final List<Predicate<Dataset>> intervals = new ArrayList<>();

    /** Makes one interval of a date and a range of times. */
    void pair() {
      TIME_OF_DATE.forEach(
          (date, time) -> {
            Key days = keys.get(date);
            Key times = keys.get(time);
            if (days != null && days.values.size() == 1 && times != null && times.isRange()) {
              intervals.add(interval(days, times));
              keys.remove(date);
              keys.remove(time);
            }
          });
      items.values().forEach(Level::pair);
    }

    @Override
    public boolean test(Dataset dataset) {
      for (Key key : keys.values()) {
        if (!key.test(dataset)) {
          return false;
        }
      }
      for (Predicate<Dataset> interval : intervals) {
        if (!interval.test(dataset)) {
          return false;
        }
      }
      for (Map.Entry<Integer, Level> entry : items.entrySet()) {
        List<Dataset> found = itemsOf(dataset, entry.getKey());
        if (found.stream().noneMatch(entry.getValue())) {
          return false;
        }
      }
      return true;
    }

    /** The items; without any one that has nothing, since a key may match just that. */
    private List<Dataset> itemsOf(Dataset dataset, int tag) {
      Element element = dataset.element(tag).orElse(null);
      boolean some = element != null && element.vr().equals(VR.SQ) && !element.isEmpty();
      return some ? dataset.sequence(tag) : List.of(Dataset.empty());
    }
  }

  private Predicate<Dataset> interval(Key days, Key times) {
    Moments wanted;
    try {
      wanted = Moments.ofInterval(days.only(), times.only());
    } catch (IllegalArgumentException e) {
      // Not dates and times: each is what it is.
      return dataset -> days.test(dataset) && times.test(dataset);
    }
    return dataset -> {
      String day = first(dataset, days.tag);
      String time = first(dataset, times.tag);
      if (day == null) {
        return days.test(dataset);
      }
      try {
        return wanted.touches(time == null ? Moments.ofDates(day) : Moments.ofInterval(day, time));
      } catch (IllegalArgumentException e) {
        return false;
      }
    };
  }

  private static @Nullable String first(Dataset dataset, int tag) {
    List<String> values = textsOf(dataset.element(tag).orElse(null));
    return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0).strip();
  }

  private static List<String> textsOf(@Nullable Element element) {
    if (element == null || element.isEmpty() || element instanceof BulkDataElement) {
      return List.of();
    }
    return switch (element.vr().kind()) {
      case TEXT, NUMBER, PERSON_NAME -> element.strings();
      case BINARY, SEQUENCE -> List.of();
    };
  }

  private final class Key implements Predicate<Dataset> {
    private final String attribute;
    private final int tag;
    private final List<String> values;
    private final List<Predicate<String>> tests;
    private final boolean universal;
    private final boolean empty;

    Key(String attribute, int tag, List<String> values) {
      this.attribute = attribute;
      this.tag = tag;
      this.values = values;
      VR vr = QueryWriter.vr(attribute).orElse(null);
      this.empty = emptyValues && values.contains(SearchQuery.NOTHING);
      this.universal = values.contains("*");
      this.tests =
          values.stream()
              .filter(value -> !(emptyValues && value.equals(SearchQuery.NOTHING)))
              .map(value -> ValueTest.of(vr, value))
              .toList();
    }

    boolean isRange() {
      return values.size() == 1 && only().contains("-");
    }

    String only() {
      return values.get(0);
    }

    @Override
    public boolean test(Dataset dataset) {
      if (universal) {
        return true;
      }
      Element element = dataset.element(tag).orElse(null);
      if (element == null && !empty) {
        warnings.add(
            Warning.tolerated(
                "a result without " + attribute + ", which is matched, was taken not to match"));
      }
      List<String> found = textsOf(element);
      if (found.stream().allMatch(String::isBlank)) {
        return empty && (element == null || element.isEmpty() || !found.isEmpty());
      }
      return found.stream().anyMatch(value -> tests.stream().anyMatch(t -> t.test(value)));
    }
  }
}
