// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

import io.github.dicomweb.error.IncompleteResultException;

/** A deletion that was taken on and is not done; thrown by {@link DeleteReport#orThrow}. */
public final class DeleteException extends IncompleteResultException {
  private static final long serialVersionUID = 1L;

  private final transient DeleteReport report;

  DeleteException(DeleteReport report) {
    super("not deleted, or not known to be: " + report, report.failure().orElse(null));
    this.report = report;
  }

  /**
   * The report.
   *
   * @return what became of the deletion
   */
  public DeleteReport report() {
    return report;
  }
}
