// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.code.HeaderReading;
import io.github.dicomweb.benchmarks.code.JsonReading;
import io.github.dicomweb.benchmarks.code.JsonWriting;
import io.github.dicomweb.benchmarks.report.Row;
import io.github.dicomweb.benchmarks.report.Spread;
import io.github.dicomweb.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The rows in which code is measured. JMH has the two of a row by turns, each time afresh. */
final class Code {
  private static final int WARM_UPS = 10;

  private final Effort effort;
  private final Table table;

  Code(Effort effort, Table table) {
    this.effort = effort;
    this.table = table;
  }

  void measure() throws RunnerException {
    row(
        "2000 metadata datasets from JSON",
        "Jackson's tokens of the same bytes",
        0.70,
        JsonReading.class.getName() + ".datasets",
        JsonReading.class.getName() + ".tokens");
    row(
        "the same datasets to JSON",
        "Jackson's generator with the same tokens",
        0.60,
        JsonWriting.class.getName() + ".datasets",
        JsonWriting.class.getName() + ".tokens");
    row(
        "500 Part 10 headers until Pixel Data",
        "reading the same bytes of the files",
        0.30,
        HeaderReading.class.getName() + ".headers",
        HeaderReading.class.getName() + ".bytes");
  }

  private void row(String measure, String against, double wanted, String ours, String other)
      throws RunnerException {
    List<Double> oursTimes = new ArrayList<>();
    List<Double> otherTimes = new ArrayList<>();
    for (int round = 0; round < effort.codeRounds(); round++) {
      otherTimes.addAll(times(other));
      oursTimes.addAll(times(ours));
    }
    table.add(
        new Row(
            measure,
            against,
            OptionalDouble.of(wanted),
            Spread.of(
                IntStream.range(0, oursTimes.size())
                    .mapToDouble(i -> otherTimes.get(i) / oursTimes.get(i))),
            Optional.empty()));
  }

  private List<Double> times(String benchmark) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("^" + benchmark.replace(".", "\\.") + "$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(TimeValue.milliseconds(effort.iterationMillis()))
            .measurementIterations(effort.iterations())
            .measurementTime(TimeValue.milliseconds(effort.iterationMillis()))
            .jvmArgs("-Xmx256m")
            .verbosity(VerboseMode.SILENT)
            .build();
    List<Double> times = new ArrayList<>();
    for (RunResult result : new Runner(options).run()) {
      result
          .getBenchmarkResults()
          .forEach(
              fork -> fork.getIterationResults().forEach(iteration -> times.add(score(iteration))));
    }
    return times;
  }

  private static double score(IterationResult iteration) {
    return iteration.getPrimaryResult().getScore();
  }
}
