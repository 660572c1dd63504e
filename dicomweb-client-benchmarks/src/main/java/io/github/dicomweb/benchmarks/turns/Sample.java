// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.turns;

/**
 * One run of a way.
 *
 * @param done what was done
 * @param nanos how long it took
 * @param processorNanos the processor time of its thread, without compiling and collecting
 * @param allocated the bytes its thread allocated
 * @param heapPeak the most its heap held
 */
public record Sample(long done, long nanos, long processorNanos, long allocated, long heapPeak) {
  static Sample parse(String line) {
    String[] numbers = line.split(" ");
    return new Sample(
        Long.parseLong(numbers[0]),
        Long.parseLong(numbers[1]),
        Long.parseLong(numbers[2]),
        Long.parseLong(numbers[3]),
        Long.parseLong(numbers[4]));
  }

  /** What is done in a second. */
  public double rate() {
    return done * 1e9 / nanos;
  }

  /** What is done in a second of processor time, which other work on the machine disturbs less. */
  public double processorRate() {
    return done * 1e9 / Math.max(1, processorNanos);
  }
}
