// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.report.Table;
import java.io.IOException;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** Runs everything and prints one table. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs it.
   *
   * @param arguments {@code short} or {@code full}
   * @throws IOException if a process fails
   * @throws RunnerException if JMH does
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Effort effort = Effort.of(arguments[0]);
    long start = System.nanoTime();
    Table table = new Table();
    try (Workplace workplace = new Workplace()) {
      Transfers transfers = new Transfers(workplace, effort, table);
      step("drains");
      transfers.drains();
      step("one part");
      transfers.onePart();
      step("bytes");
      transfers.bytes();
      step("saves");
      transfers.saves();
      step("stores");
      workplace.writeFiles();
      transfers.stores();
      step("searches");
      transfers.searches();
      step("frames");
      transfers.frames();
      step("TLS");
      transfers.secure();
      step("code");
      new Code(effort, table).measure();
      step("growth");
      new Growths(workplace, effort, table).measure();
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

  private static void step(String name) {
    System.out.println("measuring: " + name);
  }
}
