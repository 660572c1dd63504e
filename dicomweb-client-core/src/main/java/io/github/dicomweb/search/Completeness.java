// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

/** What is known about whether a search gave everything that matches. */
public enum Completeness {
  /** The server was asked beyond the last result and had nothing more. */
  COMPLETE,
  /** The server has more and does not give it. */
  TRUNCATED,
  /** The caller's own {@code limit} ended the list; there may be more. */
  LIMITED,
  /**
   * Nobody can say: the server pages in a way that does not show its end, or the results have not
   * been read to their end yet.
   */
  UNKNOWN
}
