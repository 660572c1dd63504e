// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

/** An answer broke a rule of the standard, and that was not to be tolerated. */
public final class StrictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param message what would have been tolerated
   */
  public StrictException(String message) {
    super(message, null, false, false);
  }
}
