// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

/** What became of a step. */
public enum Outcome {
  /** It was done, and what came was right. */
  DONE,
  /** The profile does not have it: the call was refused and nothing was sent. */
  REFUSED,
  /** The profile has it, the server has not: it said so, or its metadata name no value. */
  ABSENT
}
