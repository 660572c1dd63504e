// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

/** What became of one source. */
public enum StoreStatus {
  /** The server listed it as stored. */
  STORED,
  /** The server listed it as failed. */
  FAILED,
  /** It was sent, wholly or in part, and the server did not say what became of it. */
  UNCONFIRMED,
  /**
   * It was not sent: not a DICOM file, not readable, the same instance as another source, nothing
   * that can be sent in the form that was asked for, or not reached any more.
   */
  SKIPPED
}
