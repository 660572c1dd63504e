// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the files themselves say: the studies, series and instances there are.
 *
 * <p>Files of one study do not always agree about it. What a search must find are then the studies
 * whose files all match, and what it may find are those of which any file does.
 */
final class Truth {

  /** A level of the model, and how its members are told apart. */
  enum Level {
    STUDY(Tag.StudyInstanceUID),
    SERIES(Tag.SeriesInstanceUID),
    INSTANCE(Tag.SOPInstanceUID);

    private final int tag;

    Level(int tag) {
      this.tag = tag;
    }

    int tag() {
      return tag;
    }
  }

  private final List<Dataset> files;

  private Truth(List<Dataset> files) {
    this.files = files;
  }

  static Truth of(List<Sample> samples) {
    return new Truth(samples.stream().map(Sample::dataset).toList());
  }

  /** Only the files that match. */
  Truth where(Predicate<Dataset> condition) {
    return new Truth(files.stream().filter(condition).toList());
  }

  /** The UIDs of all members of a level. */
  Set<String> uids(Level level) {
    return new TreeSet<>(groups(level).keySet());
  }

  Set<String> must(Level level, Predicate<Dataset> condition) {
    return uids(level, group -> group.stream().allMatch(condition));
  }

  Set<String> may(Level level, Predicate<Dataset> condition) {
    return uids(level, group -> group.stream().anyMatch(condition));
  }

  private Set<String> uids(Level level, Predicate<List<Dataset>> condition) {
    return groups(level).entrySet().stream()
        .filter(group -> condition.test(group.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The files of each member of a level. */
  Map<String, List<Dataset>> groups(Level level) {
    Map<String, List<Dataset>> groups = new LinkedHashMap<>();
    for (Dataset file : files) {
      String uid = file.string(level.tag()).orElseThrow();
      groups.computeIfAbsent(uid, key -> new ArrayList<>()).add(file);
    }
    return groups;
  }

  /** The values of an attribute, each once, without the empty one. */
  <T extends Comparable<? super T>> List<T> values(Function<Dataset, Optional<T>> attribute) {
    Set<T> values = new TreeSet<>();
    files.forEach(file -> attribute.apply(file).ifPresent(values::add));
    return List.copyOf(values);
  }

  List<String> values(int tag) {
    return values(file -> file.string(tag));
  }
}
