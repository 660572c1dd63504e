// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

/** SplitMix64: the same numbers on every machine, and fast. */
final class Noise {
  private long state;

  Noise(long seed) {
    state = seed;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Roughly normal around zero with a standard deviation of one. */
  double normal() {
    long bits = next();
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += (int) (bits >>> (16 * i)) & 0xFFFF;
    }
    return (sum - 131070) / 37837.0;
  }
}
