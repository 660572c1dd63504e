// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * How the results of searches are limited and counted (PS3.18 §8.3.4.4). Immutable; each {@code
 * with} method gives a changed copy.
 *
 * @param smallestLimit the smallest limit that is not answered with 400
 * @param largestLimit the largest limit that is not answered with 400
 * @param defaultLimit the limit where none is asked for
 * @param cap the most results of one answer
 * @param capNotice whether a Warning tells how many results the cap or the default limit has held
 *     back
 * @param offset what becomes of offset
 * @param nothingFound the answer when nothing matches
 */
public record PageBehavior(
    int smallestLimit,
    int largestLimit,
    int defaultLimit,
    int cap,
    CapNotice capNotice,
    Offset offset,
    NothingFound nothingFound) {

  /** Whether a Warning tells how many results were held back. */
  public enum CapNotice {
    /** It does. */
    WARNED,
    /** Nothing does. */
    SILENT
  }

  /** What becomes of offset. */
  public enum Offset {
    /** Results begin there. */
    HONOURED,
    /** Each page is the first. */
    IGNORED
  }

  /** The answer when nothing matches. */
  public enum NothingFound {
    /** 204. */
    NO_CONTENT,
    /** 200 with an empty array. */
    EMPTY_ARRAY,
    /** 200 with no body at all. */
    EMPTY_BODY
  }

  /**
   * Refuses a cap or a limit that is not positive.
   *
   * @param smallestLimit the smallest limit that is not answered with 400
   * @param largestLimit the largest limit that is not answered with 400
   * @param defaultLimit the limit where none is asked for
   * @param cap the most results of one answer
   * @param capNotice whether a Warning tells how many results the cap or the default limit has held
   *     back
   * @param offset what becomes of offset
   * @param nothingFound the answer when nothing matches
   */
  public PageBehavior {
    if (smallestLimit < 0 || largestLimit < 1 || defaultLimit < 1 || cap < 1) {
      throw new IllegalArgumentException("a limit must be positive");
    }
  }

  static PageBehavior standard() {
    return new PageBehavior(
        0,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        CapNotice.WARNED,
        Offset.HONOURED,
        NothingFound.NO_CONTENT);
  }

  /**
   * Changes {@link #smallestLimit()}.
   *
   * @param value the smallest limit that is not answered with 400
   * @return a changed copy
   */
  public PageBehavior withSmallestLimit(int value) {
    return new PageBehavior(
        value, largestLimit, defaultLimit, cap, capNotice, offset, nothingFound);
  }

  /**
   * Changes {@link #largestLimit()}.
   *
   * @param value the largest limit that is not answered with 400
   * @return a changed copy
   */
  public PageBehavior withLargestLimit(int value) {
    return new PageBehavior(
        smallestLimit, value, defaultLimit, cap, capNotice, offset, nothingFound);
  }

  /**
   * Changes {@link #defaultLimit()}.
   *
   * @param value the limit where none is asked for
   * @return a changed copy
   */
  public PageBehavior withDefaultLimit(int value) {
    return new PageBehavior(
        smallestLimit, largestLimit, value, cap, capNotice, offset, nothingFound);
  }

  /**
   * Changes {@link #cap()}.
   *
   * @param value the most results of one answer
   * @return a changed copy
   */
  public PageBehavior withCap(int value) {
    return new PageBehavior(
        smallestLimit, largestLimit, defaultLimit, value, capNotice, offset, nothingFound);
  }

  /**
   * Changes {@link #capNotice()}.
   *
   * @param value whether a Warning tells how many results the cap or the default limit has held
   *     back
   * @return a changed copy
   */
  public PageBehavior withCapNotice(CapNotice value) {
    return new PageBehavior(
        smallestLimit, largestLimit, defaultLimit, cap, value, offset, nothingFound);
  }

  /**
   * Changes {@link #offset()}.
   *
   * @param value what becomes of offset
   * @return a changed copy
   */
  public PageBehavior withOffset(Offset value) {
    return new PageBehavior(
        smallestLimit, largestLimit, defaultLimit, cap, capNotice, value, nothingFound);
  }

  /**
   * Changes {@link #nothingFound()}.
   *
   * @param value the answer when nothing matches
   * @return a changed copy
   */
  public PageBehavior withNothingFound(NothingFound value) {
    return new PageBehavior(
        smallestLimit, largestLimit, defaultLimit, cap, capNotice, offset, value);
  }
}
