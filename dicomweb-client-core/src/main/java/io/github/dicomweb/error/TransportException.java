// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import org.jspecify.annotations.Nullable;

/**
 * The exchange did not come to its end: no connection, no TLS session, a timeout, a reset, a
 * cancellation.
 */
public final class TransportException extends DicomWebException {
  private static final long serialVersionUID = 1L;

  /** How far the exchange had come. */
  public enum Phase {
    /** Name resolution, connecting, TLS, proxy. The server has seen nothing of the request. */
    CONNECT,
    /** The request was being written. */
    SEND,
    /** The request was written; no answer had begun. */
    FIRST_BYTE,
    /** The answer was being read. */
    BODY
  }

  /** What ended it. */
  public enum Reason {
    /** A connection could not be made or was broken. */
    CONNECTION,
    /** The TLS session could not be made. */
    TLS,
    /** The timeout of the phase, or of the whole call, passed. */
    TIMEOUT,
    /** The caller cancelled. */
    CANCELLED,
    /** Reading what was to be sent, or writing what was received, failed on this side. */
    LOCAL
  }

  /** When it happened. */
  private final Phase phase;

  /** What went wrong. */
  private final Reason reason;

  /**
   * Creates one.
   *
   * @param message what happened, without any value
   * @param phase how far the exchange had come
   * @param reason what ended it
   * @param cause the failure beneath, or null
   */
  public TransportException(String message, Phase phase, Reason reason, @Nullable Throwable cause) {
    super(message, cause);
    this.phase = phase;
    this.reason = reason;
  }

  /**
   * How far the exchange had come.
   *
   * @return the phase
   */
  public Phase phase() {
    return phase;
  }

  /**
   * What ended it.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Whether the server may have acted on the request.
   *
   * @return false only if no byte of the request can have reached the server
   */
  public boolean requestSent() {
    return phase != Phase.CONNECT;
  }
}
