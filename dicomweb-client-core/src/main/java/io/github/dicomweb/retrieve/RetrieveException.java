// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.error.IncompleteResultException;

/** A retrieval that did not give everything; thrown by {@link RetrieveReport#orThrow}. */
public final class RetrieveException extends IncompleteResultException {
  private static final long serialVersionUID = 1L;

  private final transient RetrieveReport report;

  RetrieveException(RetrieveReport report) {
    super("the retrieval is not complete: " + report, report.failure().orElse(null));
    this.report = report;
  }

  /**
   * The report.
   *
   * @return what came and what is missing
   */
  public RetrieveReport report() {
    return report;
  }
}
