// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.report.Table;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** Runs everything and prints one table. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs it.
   *
   * @param arguments {@code short} or {@code full}, and what is to be measured if not all, names
   *     with commas between
   * @throws IOException if a process fails
   * @throws RunnerException if JMH does
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Effort effort = Effort.of(arguments[0]);
    long start = System.nanoTime();
    Table table = new Table();
    Set<String> wanted = wanted(arguments);
    try (Workplace workplace = new Workplace()) {
      Transfers transfers = new Transfers(workplace, effort, table);
      workplace.writeFiles();
      step("drains", wanted, transfers::drains);
      step("one-part", wanted, transfers::onePart);
      step("bytes", wanted, transfers::bytes);
      step("saves", wanted, transfers::saves);
      step("stores", wanted, transfers::stores);
      step("searches", wanted, transfers::searches);
      step("frames", wanted, transfers::frames);
      step("tls", wanted, transfers::secure);
      step("code", wanted, new Code(effort, table)::measure);
      step("growth", wanted, new Growths(workplace, effort, table)::measure);
    }
    System.out.println();
    System.out.print(table.text());
    System.out.printf(
        Locale.ROOT,
        "%n%s form, %d s; JDK %s, %d processors, %s%n",
        arguments[0],
        (System.nanoTime() - start) / 1_000_000_000,
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"));
  }

  private static Set<String> wanted(String[] arguments) {
    return arguments.length < 2 || arguments[1].isBlank()
        ? Set.of()
        : Set.of(arguments[1].split(",", -1));
  }

  private interface Step {
    void measure() throws IOException, RunnerException;
  }

  private static void step(String name, Set<String> wanted, Step step)
      throws IOException, RunnerException {
    if (wanted.isEmpty() || wanted.contains(name)) {
      long start = System.nanoTime();
      step.measure();
      System.out.printf(
          Locale.ROOT, "measured: %s, %d s%n", name, (System.nanoTime() - start) / 1_000_000_000);
    }
  }
}
