// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;

/** Reading a source, or writing a target, failed on this side of the wire. */
public final class LocalIoException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param message what failed, without a file's name
   * @param cause the failure beneath
   */
  public LocalIoException(String message, IOException cause) {
    super(message, cause);
  }
}
