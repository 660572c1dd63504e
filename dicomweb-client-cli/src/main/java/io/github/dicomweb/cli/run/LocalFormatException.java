// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

import io.github.dicomweb.error.DicomFormatException;

/** A local file, and no answer of a server, that is not what it should be. */
public final class LocalFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param cause what is wrong with it
   */
  public LocalFormatException(DicomFormatException cause) {
    super(cause.getMessage(), cause);
  }
}
