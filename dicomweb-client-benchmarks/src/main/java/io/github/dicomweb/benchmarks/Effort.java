// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.turns.Turns;

/** How long it may take. */
enum Effort {
  /** Less than three minutes. */
  SHORT(new Turns(1, 2500, 9), new Turns(1, 3500, 4), 2, 300, 5),
  /** Less than twenty. */
  FULL(new Turns(3, 6000, 20), new Turns(2, 10_000, 8), 5, 1000, 10);

  private final Turns quick;
  private final Turns slow;
  private final int codeRounds;
  private final int iterationMillis;
  private final int iterations;

  Effort(Turns quick, Turns slow, int codeRounds, int iterationMillis, int iterations) {
    this.quick = quick;
    this.slow = slow;
    this.codeRounds = codeRounds;
    this.iterationMillis = iterationMillis;
    this.iterations = iterations;
  }

  /** For work of less than a second. */
  Turns quick() {
    return quick;
  }

  /** For work of more. */
  Turns slow() {
    return slow;
  }

  /** How often JMH goes from one to the other. */
  int codeRounds() {
    return codeRounds;
  }

  int iterationMillis() {
    return iterationMillis;
  }

  int iterations() {
    return iterations;
  }
}
