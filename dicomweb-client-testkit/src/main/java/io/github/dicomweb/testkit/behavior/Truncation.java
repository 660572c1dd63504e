// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * Where the body of an answer ends before its time. Immutable.
 *
 * @param point what the end is measured by
 * @param bytes how many bytes are sent, for {@link Point#AFTER_BYTES}
 * @param ending how it ends
 */
public record Truncation(Point point, long bytes, Ending ending) {

  /** What the end is measured by. */
  public enum Point {
    /** The body is whole. */
    NOWHERE,
    /** It ends after a number of bytes, if it has more. */
    AFTER_BYTES,
    /** It ends where its closing delimiter should begin, if it is multipart. */
    BEFORE_CLOSING_DELIMITER
  }

  /** How a body that was cut ends. */
  public enum Ending {
    /**
     * As if it were whole: the length is that of what is sent, chunks have their last, an HTTP/2
     * stream its end. Proxies make such answers of servers that broke off.
     */
    WELL_FRAMED,
    /**
     * The connection closes, or the HTTP/2 stream is reset, before the length or the last chunk is
     * reached. Where the end of the connection is the end of the body, nothing tells them apart.
     */
    BROKEN_OFF
  }

  /**
   * Refuses to cut after nothing.
   *
   * @param point what the end is measured by
   * @param bytes how many bytes are sent, for {@link Point#AFTER_BYTES}
   * @param ending how it ends
   */
  public Truncation {
    if (point == Point.AFTER_BYTES && bytes < 1) {
      throw new IllegalArgumentException("at least one byte is sent");
    }
  }

  /**
   * Bodies are whole.
   *
   * @return no truncation
   */
  public static Truncation none() {
    return new Truncation(Point.NOWHERE, 0, Ending.WELL_FRAMED);
  }

  /**
   * Bodies that are longer end after some bytes.
   *
   * @param bytes how many are sent, at least 1
   * @param ending how it ends
   * @return a truncation
   */
  public static Truncation after(long bytes, Ending ending) {
    return new Truncation(Point.AFTER_BYTES, bytes, ending);
  }

  /**
   * Multipart bodies end after the bytes of their last part.
   *
   * @param ending how it ends
   * @return a truncation
   */
  public static Truncation beforeClosingDelimiter(Ending ending) {
    return new Truncation(Point.BEFORE_CLOSING_DELIMITER, 0, ending);
  }
}
