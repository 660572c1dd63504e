// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.benchmarks.turns.Sample;
import io.github.dicomweb.benchmarks.turns.Turns;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller who keeps all results pays for them, but not more than need be. */
class HeldResultsTest {
  private static final int RESULTS = 100_000;
  private static final String HEAP = "250m";

  @Test
  void hundredThousandResults_kept_fitIntoAHeapOf250Megabytes() throws IOException {
    try (Workplace at = new Workplace()) {
      List<List<Sample>> samples =
          new Turns(1, 0, 1)
              .run(List.of(at.contender("search-held", "studies-found/" + RESULTS, HEAP)));
      assertThat(samples.get(0)).singleElement().extracting(Sample::done).isEqualTo((long) RESULTS);
    }
  }
}
