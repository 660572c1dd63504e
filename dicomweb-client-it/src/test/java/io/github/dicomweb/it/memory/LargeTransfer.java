// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.memory;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.store.StoreReport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;

/**
 * Downloads a series into a directory and uploads it again; a process of its own, so that its heap
 * can be made small. Arguments: base URL, study, series, directory.
 */
public final class LargeTransfer {
  private LargeTransfer() {}

  /**
   * Runs it; exits with 1 if anything is missing.
   *
   * @param args the base URL, the study, the series and a directory
   */
  public static void main(String[] args) {
    try (DicomWebClient client = DicomWebClient.builder(args[0]).build()) {
      RetrieveReport down = client.retrieveSeries(args[1], args[2]).saveTo(Path.of(args[3]));
      System.out.println(down);
      StoreReport up = client.storeInstances().add(Path.of(args[3])).execute();
      System.out.println(up);
      long peak =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
              .map(MemoryPoolMXBean::getPeakUsage)
              .mapToLong(usage -> usage.getUsed())
              .sum();
      System.out.printf(
          "max heap %d MiB, peak of the pools %d MiB%n",
          Runtime.getRuntime().maxMemory() >> 20, peak >> 20);
      if (down.verdict() != Verdict.COMPLETE || !up.isComplete()) {
        System.exit(1);
      }
    }
  }
}
