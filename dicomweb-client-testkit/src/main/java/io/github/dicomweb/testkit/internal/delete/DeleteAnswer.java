// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.delete;

/** How a server answers that it deletes. */
public enum DeleteAnswer {
  /** At once, with status 204. */
  NO_CONTENT,
  /** Studies and series with an operation that has to be polled until it is done. */
  OPERATION
}
