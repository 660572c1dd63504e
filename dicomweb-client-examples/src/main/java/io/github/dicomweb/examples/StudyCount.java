// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.search.SearchResults;

/** What the examples that sign in do with their rights. */
final class StudyCount {
  private StudyCount() {}

  static String of(DicomWebClient client) {
    try (SearchResults studies = client.searchForStudies().results()) {
      studies.forEach(study -> {});
      return studies.received() + " studies, " + studies.completeness();
    }
  }
}
