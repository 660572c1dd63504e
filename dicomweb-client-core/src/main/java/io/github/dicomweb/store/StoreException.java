// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

import io.github.dicomweb.error.IncompleteResultException;

/** A store of which not everything was stored; thrown by {@link StoreReport#orThrow}. */
public final class StoreException extends IncompleteResultException {
  private static final long serialVersionUID = 1L;

  private final transient StoreReport report;

  StoreException(StoreReport report) {
    super("not everything was stored: " + report, report.failure().orElse(null));
    this.report = report;
  }

  /**
   * The report.
   *
   * @return what became of each source
   */
  public StoreReport report() {
    return report;
  }
}
