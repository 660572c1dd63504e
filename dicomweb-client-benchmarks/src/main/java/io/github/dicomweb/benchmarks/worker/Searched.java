// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;

/** All studies there are, one at a time. */
final class Searched extends OurClient {
  private final int expected;

  Searched(Setup setup) {
    super(setup);
    expected = setup.size();
  }

  @Override
  public long run() throws IOException {
    long count = 0;
    try (SearchResults results = client().searchForStudies().results()) {
      for (Dataset result : results) {
        count += result.isEmpty() ? 0 : 1;
      }
    }
    if (count != expected) {
      throw new IOException(count + " of " + expected + " results");
    }
    return count;
  }
}
