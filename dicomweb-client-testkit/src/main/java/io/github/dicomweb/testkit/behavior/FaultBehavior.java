// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * What goes wrong before and beside the service itself. Immutable; each {@code with} method gives a
 * changed copy.
 *
 * @param busyRequests how many requests, counted from when the behavior was set, are turned away
 * @param busyStatus the status of those, such as 429 or 503
 * @param retryAfter the seconds of their Retry-After header
 * @param errorBody the body of answers with a status of 400 and above
 * @param redirect where GET requests are sent first
 * @param redirectStatus the status of redirects
 */
public record FaultBehavior(
    int busyRequests,
    int busyStatus,
    int retryAfter,
    ErrorBody errorBody,
    Redirect redirect,
    int redirectStatus) {

  /** The body of an error. */
  public enum ErrorBody {
    /** Text, as {@code text/plain}. */
    TEXT,
    /** A page, as {@code text/html}. */
    HTML,
    /** JSON labelled {@code text/plain}. */
    JSON_AS_TEXT,
    /** JSON without a Content-Type. */
    JSON_UNTYPED,
    /** Text labelled {@code application/dicom+json}. */
    TEXT_AS_JSON,
    /** None. */
    EMPTY
  }

  /** Where GET requests are sent first. */
  public enum Redirect {
    /** Nowhere: they are answered. */
    NONE,
    /** To another path of the same origin. */
    SAME_ORIGIN,
    /** To another port, where no credentials are required. */
    OTHER_ORIGIN
  }

  /**
   * Refuses a negative count and a status that does not exist.
   *
   * @param busyRequests how many requests, counted from when the behavior was set, are turned away
   * @param busyStatus the status of those, such as 429 or 503
   * @param retryAfter the seconds of their Retry-After header
   * @param errorBody the body of answers with a status of 400 and above
   * @param redirect where GET requests are sent first
   * @param redirectStatus the status of redirects
   */
  public FaultBehavior {
    if (busyRequests < 0 || retryAfter < 0) {
      throw new IllegalArgumentException("a count must not be negative");
    }
    if (busyStatus < 400 || busyStatus > 599 || redirectStatus < 300 || redirectStatus > 399) {
      throw new IllegalArgumentException("no status of an error, or of a redirect");
    }
  }

  /**
   * Turns the first requests away.
   *
   * @param requests how many, counted from when the behavior is set
   * @param status such as 429 or 503
   * @param seconds what their Retry-After says
   * @return a changed copy
   */
  public FaultBehavior withBusy(int requests, int status, int seconds) {
    return withBusyRequests(requests).withBusyStatus(status).withRetryAfter(seconds);
  }

  static FaultBehavior standard() {
    return new FaultBehavior(0, 503, 0, ErrorBody.TEXT, Redirect.NONE, 307);
  }

  /**
   * Changes {@link #busyRequests()}.
   *
   * @param value how many requests, counted from when the behavior was set, are turned away
   * @return a changed copy
   */
  public FaultBehavior withBusyRequests(int value) {
    return new FaultBehavior(value, busyStatus, retryAfter, errorBody, redirect, redirectStatus);
  }

  /**
   * Changes {@link #busyStatus()}.
   *
   * @param value the status of those, such as 429 or 503
   * @return a changed copy
   */
  public FaultBehavior withBusyStatus(int value) {
    return new FaultBehavior(busyRequests, value, retryAfter, errorBody, redirect, redirectStatus);
  }

  /**
   * Changes {@link #retryAfter()}.
   *
   * @param value the seconds of their Retry-After header
   * @return a changed copy
   */
  public FaultBehavior withRetryAfter(int value) {
    return new FaultBehavior(busyRequests, busyStatus, value, errorBody, redirect, redirectStatus);
  }

  /**
   * Changes {@link #errorBody()}.
   *
   * @param value the body of answers with a status of 400 and above
   * @return a changed copy
   */
  public FaultBehavior withErrorBody(ErrorBody value) {
    return new FaultBehavior(busyRequests, busyStatus, retryAfter, value, redirect, redirectStatus);
  }

  /**
   * Changes {@link #redirect()}.
   *
   * @param value where GET requests are sent first
   * @return a changed copy
   */
  public FaultBehavior withRedirect(Redirect value) {
    return new FaultBehavior(
        busyRequests, busyStatus, retryAfter, errorBody, value, redirectStatus);
  }

  /**
   * Changes {@link #redirectStatus()}.
   *
   * @param value the status of redirects
   * @return a changed copy
   */
  public FaultBehavior withRedirectStatus(int value) {
    return new FaultBehavior(busyRequests, busyStatus, retryAfter, errorBody, redirect, value);
  }
}
