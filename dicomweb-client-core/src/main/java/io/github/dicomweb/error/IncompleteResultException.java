// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import org.jspecify.annotations.Nullable;

/**
 * Something was asked for as a whole and was not done as a whole.
 *
 * <p>Thrown only where the caller asked for it, by the {@code orThrow()} of a report; the
 * subclasses carry that report.
 */
public abstract non-sealed class IncompleteResultException extends DicomWebException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param message what is incomplete, in counts; nothing of a patient
   * @param cause what ended the work early, if anything did
   */
  protected IncompleteResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
