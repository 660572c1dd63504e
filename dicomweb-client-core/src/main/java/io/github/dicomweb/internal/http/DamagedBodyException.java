// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;

/** A body that is not what it claims to be, which was found out while it was read. */
public final class DamagedBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * Creates one.
   *
   * @param message what is wrong, without any value
   * @param offset where, in bytes from the start of the body
   */
  public DamagedBodyException(String message, long offset) {
    super(message);
    this.offset = offset;
  }

  /** Where it was noticed. */
  long offset() {
    return offset;
  }
}
