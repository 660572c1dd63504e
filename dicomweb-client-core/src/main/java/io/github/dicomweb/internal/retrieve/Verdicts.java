// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.retrieve.Verdict;
import org.jspecify.annotations.Nullable;

/** What a transfer came to. */
final class Verdicts {
  private Verdicts() {}

  /**
   * Judges a transfer that has ended.
   *
   * @param tally what came
   * @param failure what ended it early, or null
   * @param expectation what there should be
   * @param proven whether an answer that was cut would have been noticed
   * @param partial whether the server said that it does not send all
   */
  static Verdict of(
      Tally tally,
      @Nullable DicomWebException failure,
      Expectation expectation,
      boolean proven,
      boolean partial) {
    if (failure != null || !tally.unidentified().isEmpty() || !expectation.missing().isEmpty()) {
      return Verdict.INCOMPLETE;
    }
    if (expectation.whole() && proven && tally.structureIsProven()) {
      return Verdict.COMPLETE;
    }
    return partial ? Verdict.INCOMPLETE : Verdict.UNKNOWN;
  }
}
