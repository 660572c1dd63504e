// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/** What is known about whether a retrieval gave everything. */
public enum Verdict {
  /** The answer came to its proper end, and each instance the server lists is there. */
  COMPLETE,
  /** The answer was cut or partial, or an instance the server lists is not there. */
  INCOMPLETE,
  /** The answer came to its proper end, and the server could not say what there should be. */
  UNKNOWN
}
