// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.report;

import io.github.dicomweb.benchmarks.turns.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How cost grows with the work.
 *
 * @param what the work
 * @param exponent of the power of the size that the cost follows, fitted in each round
 * @param heapAtLeast the most that the heap held at the smallest size, in bytes
 * @param heapAtMost the same at the largest
 */
public record Growth(String what, Spread exponent, long heapAtLeast, long heapAtMost) {
  /**
   * Fits lines to the logarithms.
   *
   * @param what the work
   * @param rounds for each round the samples of each size, sizes rising
   * @return the growth of the processor time, which other work on the machine disturbs less
   */
  public static Growth of(String what, List<List<List<Sample>>> rounds) {
    return fit(what, rounds, Sample::processorNanos);
  }

  /**
   * The same by the clock, for work that mostly waits.
   *
   * @param what the work
   * @param rounds for each round the samples of each size, sizes rising
   * @return the growth
   */
  public static Growth byClock(String what, List<List<List<Sample>>> rounds) {
    return fit(what, rounds, Sample::nanos);
  }

  private static Growth fit(
      String what, List<List<List<Sample>>> rounds, ToDoubleFunction<Sample> cost) {
    int last = rounds.get(0).size() - 1;
    return new Growth(
        what,
        Spread.of(rounds.stream().mapToDouble(round -> exponent(round, cost))),
        heap(rounds, 0),
        heap(rounds, last));
  }

  private static double exponent(List<List<Sample>> sizes, ToDoubleFunction<Sample> cost) {
    double[] x = new double[sizes.size()];
    double[] y = new double[sizes.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.log((double) sizes.get(i).get(0).done());
      y[i] = Math.log(sizes.get(i).stream().mapToDouble(cost).average().orElseThrow());
    }
    return slope(x, y);
  }

  private static double slope(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += y[i] / y.length;
    }
    double up = 0;
    double along = 0;
    for (int i = 0; i < x.length; i++) {
      up += (x[i] - meanX) * (y[i] - meanY);
      along += (x[i] - meanX) * (x[i] - meanX);
    }
    return up / along;
  }

  private static long heap(List<List<List<Sample>>> rounds, int size) {
    return rounds.stream()
        .flatMap(round -> round.get(size).stream())
        .mapToLong(Sample::heapPeak)
        .max()
        .orElseThrow();
  }
}
