// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two series at the same time, each over a connection of its own, thrown away. */
final class SideBySide extends OurClient {
  private static final int AT_A_TIME = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_A_TIME, SideBySide::thread);

  SideBySide(Setup setup) {
    super(setup);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long run() throws Exception {
    List<Future<Long>> series = new ArrayList<>();
    for (int i = 0; i < AT_A_TIME; i++) {
      series.add(
          threads.submit(() -> eachPart(part -> part.transferTo(OutputStream.nullOutputStream()))));
    }
    long bytes = 0;
    for (Future<Long> one : series) {
      bytes += one.get();
    }
    return bytes;
  }
}
