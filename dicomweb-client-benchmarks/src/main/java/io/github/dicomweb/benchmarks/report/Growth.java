// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.report;

import io.github.dicomweb.benchmarks.turns.Sample;
import java.util.List;

/**
 * How cost grows with the work.
 *
 * @param what the work
 * @param exponent of the power of the size that the processor time follows
 * @param heapAtLeast the most that the heap held at the smallest size, in bytes
 * @param heapAtMost the same at the largest
 */
public record Growth(String what, double exponent, long heapAtLeast, long heapAtMost) {
  /**
   * Fits a line to the logarithms.
   *
   * @param what the work
   * @param samples for each size the samples, sizes rising
   * @return the growth, by the least processor time of each size: on a busy machine a long run has
   *     no chance to go undisturbed, and by the clock would look dearer than it is
   */
  public static Growth of(String what, List<List<Sample>> samples) {
    double[] x = new double[samples.size()];
    double[] y = new double[samples.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.log((double) samples.get(i).get(0).done());
      y[i] =
          Math.log(samples.get(i).stream().mapToDouble(Sample::processorNanos).min().orElseThrow());
    }
    return new Growth(
        what, slope(x, y), heap(samples.get(0)), heap(samples.get(samples.size() - 1)));
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

  private static long heap(List<Sample> samples) {
    return samples.stream().mapToLong(Sample::heapPeak).max().orElseThrow();
  }
}
