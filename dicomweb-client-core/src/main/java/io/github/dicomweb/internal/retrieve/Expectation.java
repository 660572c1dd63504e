// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which instances there should be: what the instance search lists, and where there is none, the
 * metadata. Only what is missing is held.
 *
 * @param expected how many the server lists, or −1 if it cannot say
 * @param whole whether that list is known to be whole
 * @param missing the listed ones that are not there
 * @param warnings why the server could not say
 */
record Expectation(long expected, boolean whole, List<String> missing, List<Warning> warnings) {

  static Expectation ask(
      Transport transport,
      Searches searches,
      Target target,
      Predicate<String> has,
      Operation operation) {
    List<Warning> warnings = new ArrayList<>();
    try {
      Expectation bySearch = bySearch(searches, target, has, operation);
      if (bySearch != null) {
        return bySearch;
      }
      warnings.add(Warning.tolerated("the instance search lists nothing to check against"));
    } catch (DicomWebException e) {
      warnings.add(Warning.tolerated("no check against the instance search: " + e.getMessage()));
    }
    try {
      return byMetadata(transport, searches, target, has, operation);
    } catch (DicomWebException e) {
      warnings.add(Warning.tolerated("no check against the metadata: " + e.getMessage()));
    }
    return new Expectation(-1, false, List.of(), warnings);
  }

  private static @Nullable Expectation bySearch(
      Searches searches, Target target, Predicate<String> has, Operation operation) {
    Tally tally = new Tally(has);
    try (SearchResults results =
        searches.allInstances(target.study(), target.series(), operation)) {
      results.forEach(tally::count);
      boolean whole = results.completeness() == Completeness.COMPLETE && tally.unnamed == 0;
      return tally.expected == 0 ? null : tally.expectation(whole);
    }
  }

  private static Expectation byMetadata(
      Transport transport,
      Searches searches,
      Target target,
      Predicate<String> has,
      Operation operation) {
    Tally tally = new Tally(has);
    try (Parts<Dataset> metadata = new RealMetadata(transport, searches, target).open(operation)) {
      metadata.forEach(tally::count);
    }
    return tally.expectation(tally.unnamed == 0 && tally.expected > 0);
  }

  private static final class Tally {
    private final Predicate<String> has;
    private final List<String> missing = new ArrayList<>();
    private long expected;
    private long unnamed;

    Tally(Predicate<String> has) {
      this.has = has;
    }

    void count(Dataset instance) {
      Optional<String> uid = instance.string(Tag.SOPInstanceUID);
      if (uid.isEmpty()) {
        unnamed++;
        return;
      }
      expected++;
      if (!has.test(uid.get())) {
        missing.add(uid.get());
      }
    }

    Expectation expectation(boolean whole) {
      return new Expectation(expected, whole, missing, List.of());
    }
  }
}
