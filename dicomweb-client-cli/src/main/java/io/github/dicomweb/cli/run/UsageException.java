// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

/** The command was used in a wrong way; the message says how it is used right. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param message what is wrong, without secrets
   */
  public UsageException(String message) {
    super(message, null, false, false);
  }
}
