// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All studies there are, kept. */
final class HeldResults extends OurClient {
  private final int expected;

  HeldResults(Setup setup) {
    super(setup);
    expected = setup.size();
  }

  @Override
  public long run() throws IOException {
    List<Dataset> held = new ArrayList<>(expected);
    try (SearchResults results = client().searchForStudies().results()) {
      results.forEach(held::add);
    }
    if (held.size() != expected) {
      throw new IOException(held.size() + " of " + expected + " results");
    }
    return held.size();
  }
}
