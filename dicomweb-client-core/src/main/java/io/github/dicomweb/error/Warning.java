// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.OptionalLong;

/**
 * Something that is not an error and that a careful caller wants to know: what the server said in a
 * {@code Warning} header (PS3.18 §8.4.3), or what this library tolerated in its answer.
 *
 * @param kind who says it
 * @param code the code of a {@code Warning} header, 299 as a rule; 0 if there was none or for a
 *     tolerance
 * @param text the server's words, or what was tolerated and where
 */
public record Warning(Kind kind, int code, String text) {

  /** Who says it. */
  public enum Kind {
    /** The server, in a {@code Warning} header. */
    SERVER,
    /** This library: the answer broke a rule of the standard and was read all the same. */
    TOLERATED
  }

  /**
   * A tolerated deviation.
   *
   * @param text what was tolerated and where, without any value
   * @return the warning
   */
  public static Warning tolerated(String text) {
    return new Warning(Kind.TOLERATED, 0, text);
  }

  /**
   * The number in "There are N additional results that can be requested" (PS3.18 §8.3.4.4).
   *
   * @return the number of results the server holds back, if this warning says so
   */
  public OptionalLong remainingResults() {
    return WarningHeaders.remainingResults(text);
  }

  /**
   * Kind, code and length only: a server may have put an identifier into the text.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return "Warning[" + kind + ", " + code + ", " + text.length() + " characters]";
  }
}
