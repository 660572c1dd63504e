// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.report;

import io.github.dicomweb.benchmarks.turns.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A ratio that was measured several times.
 *
 * @param median the one in the middle
 * @param least the lowest
 * @param most the highest
 */
public record Spread(double median, double least, double most) {
  /** Of ratios. */
  public static Spread of(DoubleStream ratios) {
    double[] sorted = ratios.sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** How fast one is beside another, in rounds that both had. */
  public static Spread of(List<Sample> ours, List<Sample> other) {
    return paired(ours, other, Sample::rate);
  }

  /** The same by processor time. */
  public static Spread ofProcessor(List<Sample> ours, List<Sample> other) {
    return paired(ours, other, Sample::processorRate);
  }

  private static Spread paired(
      List<Sample> ours, List<Sample> other, ToDoubleFunction<Sample> rate) {
    return of(
        IntStream.range(0, ours.size())
            .mapToDouble(i -> rate.applyAsDouble(ours.get(i)) / rate.applyAsDouble(other.get(i))));
  }
}
