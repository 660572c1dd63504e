// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a retrieval came to, as its caller sees it.
 *
 * @param content what was given as whole: bytes, or datasets
 * @param end what is said of the end
 * @param warnings what was said beside
 * @param failure what it ended in, or null
 */
record Outcome(
    List<?> content, End end, List<Warning> warnings, @Nullable DicomWebException failure) {

  /** What is said of the end. */
  enum End {
    /** That this is all. */
    PROVEN,
    /** That nothing would show it if it were not all. */
    DOUBTFUL,
    /** That it is not all. */
    CUT
  }

  /** The warning of an answer whose end proves nothing. */
  private static final String DOUBT = "nothing would show that it was cut";

  static Outcome failed(List<?> content, List<Warning> warnings, DicomWebException failure) {
    return new Outcome(content, End.CUT, warnings, failure);
  }

  static Outcome ended(List<?> content, List<Warning> warnings) {
    return new Outcome(
        content,
        warnings.stream().anyMatch(Outcome::isDoubt) ? End.DOUBTFUL : End.PROVEN,
        warnings,
        null);
  }

  private static boolean isDoubt(Warning warning) {
    return warning.text().contains(DOUBT);
  }

  /** What was tolerated, but for the want of a length. */
  List<String> tolerated() {
    return warnings.stream()
        .filter(warning -> warning.kind() == Warning.Kind.TOLERATED && !isDoubt(warning))
        .map(Warning::text)
        .toList();
  }

  @Override
  public String toString() {
    return end
        + ", "
        + content.size()
        + " things, tolerated "
        + tolerated()
        + (failure == null ? "" : ", " + failure);
  }
}
