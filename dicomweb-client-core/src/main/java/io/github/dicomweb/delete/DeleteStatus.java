// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

/** What became of a deletion. */
public enum DeleteStatus {
  /** The server says that it is done. */
  DELETED,
  /** The server took it on and failed. */
  FAILED,
  /** The server took it on, and it is not known whether it is done. */
  UNFINISHED
}
