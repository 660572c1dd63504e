// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Goes one way until it has used some processor time, so that it is compiled on a busy machine as
 * well, says so with a line, and then goes it as often as it is told: for each line of standard
 * input once, with work of the size that the line names by its place. Each time it prints what was
 * done, the nanoseconds that took, those of processor time, the bytes that the thread allocated,
 * and the most that the heap has held since the line before.
 */
public final class WorkerMain {
  /** What it says when it is. */
  public static final String WARM = "warm";

  private static final int LEAST_RUNS = 1;

  private WorkerMain() {}

  /**
   * Runs it.
   *
   * @param arguments the way, a directory, milliseconds of processor time, and for each size of the
   *     work the URL of the server
   * @throws Exception what the way throws
   */
  public static void main(String[] arguments) throws Exception {
    List<Way> sizes = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      sizes.add(Ways.of(arguments[0], Setup.of(arguments[i], arguments[1])));
    }
    warmUp(sizes, TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[2])));
    System.out.println(WARM);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(once(sizes.get(Integer.parseInt(line))));
    }
    for (Way way : sizes) {
      way.close();
    }
    System.exit(0);
  }

  private static void warmUp(List<Way> sizes, long nanos) throws Exception {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    for (int runs = 0; runs < LEAST_RUNS || process.getProcessCpuTime() < nanos; runs++) {
      String unused = once(sizes.get(runs % sizes.size()));
    }
  }

  private static String once(Way way) throws Exception {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    resetPeak();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long processor = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long done = way.run();
    long nanos = System.nanoTime() - start;
    processor = threads.getCurrentThreadCpuTime() - processor;
    allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
    way.after();
    return done + " " + nanos + " " + processor + " " + allocated + " " + peak();
  }

  private static void resetPeak() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
  }

  private static long peak() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes;
  }
}
