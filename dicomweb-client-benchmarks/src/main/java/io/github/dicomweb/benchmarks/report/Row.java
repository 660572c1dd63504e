// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of the table.
 *
 * @param measure what is measured
 * @param against what it is compared with
 * @param wanted the ratio that it is to have at least, where there is one
 * @param ratio the ratio it has
 * @param processor the ratio by processor time, where that says something
 */
public record Row(
    String measure,
    String against,
    OptionalDouble wanted,
    Spread ratio,
    Optional<Spread> processor) {

  /** Whether it is as it should be. */
  public boolean holds() {
    return wanted.isEmpty() || ratio.median() >= wanted.getAsDouble();
  }
}
