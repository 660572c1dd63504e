// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.probe;

/**
 * What one request came to. It names no identifier and no value, and may be logged.
 *
 * @param request method and path template, such as {@code GET /studies}; empty if none was sent
 * @param status the status of the answer; 0 if there was none
 * @param meaning what it says of the server
 * @param certainty how sure that is
 */
public record ProbeFinding(String request, int status, String meaning, Certainty certainty) {

  /** How sure a finding is. */
  public enum Certainty {
    /** The answer shows it. */
    CERTAIN,
    /** The answer suggests it, and there may be other reasons for it. */
    LIKELY,
    /** The answer does not tell: the profile stays as it was. */
    UNKNOWN
  }
}
