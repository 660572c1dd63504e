// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.report.Growth;
import io.github.dicomweb.benchmarks.report.Table;
import io.github.dicomweb.benchmarks.turns.Contender;
import io.github.dicomweb.benchmarks.turns.Sample;
import io.github.dicomweb.benchmarks.turns.Turns;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/** What happens when the work doubles. */
final class Growths {
  private static final List<Integer> SIZES = List.of(1, 2, 4, 8);

  private final Workplace at;
  private final Effort effort;
  private final Table table;

  Growths(Workplace at, Effort effort, Table table) {
    this.at = at;
    this.effort = effort;
    this.table = table;
  }

  void measure() throws IOException {
    // the system takes less for the first 20 MB of a transfer, which short ones are made of
    int parts = effort.smallestSeries();
    add("drain, by parts", n -> at.contender("drain", "series/" + n * parts, "32m"));
    add(
        "drain, by the length of one part",
        n -> at.contender("drain", "huge/" + n * parts / 2, "32m"));
    add("byte by byte, by parts", n -> at.contender("read-bytes", "series/" + n * 10, "32m"));
    add("save, by instances", n -> at.writing("save", "series/" + n * 60));
    add("store, by instances", n -> at.contender("store", "series/" + n * 60, "32m"));
    add("search, by results", n -> at.contender("search", "studies-found/" + n * 25_000, "32m"));
    add("JSON read, by datasets", n -> code("json-read", n * 250, "128m"));
    add("JSON written, by datasets", n -> code("json-write", n * 250, "256m"));
    add("headers read, by files", n -> code("headers", n * 62, "64m"));
    table.add(
        Growth.byClock(
            "frames, by their number",
            samples(effort.waits(), n -> at.contender("frames", "frames/20/" + n * 32, "32m"))));
  }

  /** Each run does its work some times over, or the smallest would be too short to be measured. */
  private Contender code(String way, int size, String heap) {
    return at.contender(way, "code/" + size + "/5", heap);
  }

  private void add(String what, IntFunction<Contender> ofSize) throws IOException {
    table.add(Growth.of(what, samples(effort.growth(), ofSize)));
  }

  private static List<List<List<Sample>>> samples(Turns turns, IntFunction<Contender> ofSize)
      throws IOException {
    Contender all = ofSize.apply(SIZES.get(0));
    for (int size : SIZES.subList(1, SIZES.size())) {
      all = all.and(ofSize.apply(size).bases().get(0));
    }
    return turns.sizes(all);
  }
}
