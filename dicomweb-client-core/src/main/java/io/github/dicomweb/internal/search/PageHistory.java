// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a page that was given before: a server that ignores {@code offset} would otherwise be
 * asked for ever.
 */
final class PageHistory {
  private int[] previous = {};

  /** Whether a page begins as the one before it did; remembers it. */
  boolean repeats(List<Dataset> page) {
    int[] current = page.stream().mapToInt(PageHistory::identity).toArray();
    int common = Math.min(current.length, previous.length);
    boolean same = common > 0;
    for (int i = 0; i < common && same; i++) {
      same = current[i] == previous[i];
    }
    previous = current;
    return same;
  }

  private static int identity(Dataset result) {
    Optional<String> study = result.string(Tag.StudyInstanceUID);
    Optional<String> series = result.string(Tag.SeriesInstanceUID);
    Optional<String> instance = result.string(Tag.SOPInstanceUID);
    return study.isPresent() || series.isPresent() || instance.isPresent()
        ? (study.hashCode() * 31 + series.hashCode()) * 31 + instance.hashCode()
        : result.hashCode();
  }
}
