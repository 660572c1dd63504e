// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.report.Growth;
import io.github.dicomweb.benchmarks.report.Table;
import io.github.dicomweb.benchmarks.turns.Contender;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What happens when the work doubles. */
final class Growths {
  private final Workplace at;
  private final Effort effort;
  private final Table table;

  Growths(Workplace at, Effort effort, Table table) {
    this.at = at;
    this.effort = effort;
    this.table = table;
  }

  void measure() throws IOException {
    measure("drain, by parts", n -> at.contender("drain", "series/" + n * 250, "32m"));
    measure(
        "drain, by the length of one part", n -> at.contender("drain", "huge/" + n * 250, "32m"));
    measure("save, by instances", n -> at.writing("save", "series/" + n * 120));
    measure("store, by instances", n -> at.contender("store", "series/" + n * 60, "32m"));
    measure(
        "search, by results", n -> at.contender("search", "studies-found/" + n * 25_000, "32m"));
  }

  private void measure(String what, IntFunction<Contender> ofSize) throws IOException {
    List<Contender> sizes = IntStream.of(1, 2, 4, 8).mapToObj(ofSize).toList();
    table.add(Growth.of(what, effort.growth().run(sizes)));
  }
}
