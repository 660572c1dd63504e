// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.turns.Turns;

/**
 * How long it may take.
 *
 * @param quick for work of less than a second
 * @param slow for work of more
 * @param waits for work that mostly waits for the server
 * @param growth for work of several sizes
 * @param smallestSeries the parts of the smallest series that growth is seen at
 * @param codeRounds how often JMH goes from one to the other
 * @param iterationMillis how long an iteration of JMH is
 * @param iterations how many of them count
 */
record Effort(
    Turns quick,
    Turns slow,
    Turns waits,
    Turns growth,
    int smallestSeries,
    int codeRounds,
    int iterationMillis,
    int iterations) {
  static Effort of(String name) {
    return switch (name) {
      // below three minutes
      case "short" ->
          new Effort(
              new Turns(1, 2500, 6),
              new Turns(1, 2000, 2),
              new Turns(1, 300, 2),
              new Turns(1, 500, 2),
              60,
              1,
              100,
              5);
      // below twenty
      case "full" ->
          new Effort(
              new Turns(2, 8000, 15),
              new Turns(1, 10_000, 24),
              new Turns(1, 3000, 8),
              new Turns(1, 8000, 15, 15_000),
              500,
              4,
              500,
              8);
      default -> throw new IllegalArgumentException("short or full");
    };
  }
}
