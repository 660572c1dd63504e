// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials for a request could not be had: the server it was meant for has seen nothing of
 * it. Thrown by implementations of {@code Credentials}.
 */
public final class CredentialsException extends DicomWebException {
  private static final long serialVersionUID = 1L;

  /** What a caller can do about it. */
  public enum Reason {
    /**
     * Whoever issues the credentials cannot be reached or is out of order, and was asked again
     * several times: try later.
     */
    UNAVAILABLE,
    /** It refuses this client or what it asks for: mend the configuration. */
    REFUSED,
    /** There is no session, or it is over, or was revoked: a person must sign in (again). */
    SIGN_IN_NEEDED,
    /** The person said no, or said nothing in time. */
    NOT_GRANTED,
    /** What it answered breaks the protocol, or is not what was asked for. */
    MALFORMED,
    /** The caller gave up, or the credentials were closed. */
    CANCELLED
  }

  /** What went wrong. */
  private final Reason reason;

  /** The error code that the authorization server gave, if it did. */
  private final @Nullable String code;

  /**
   * Creates one.
   *
   * @param message what happened, without any secret
   * @param reason what a caller can do about it
   * @param code the error code of the protocol, such as {@code invalid_client}, or null
   * @param cause the failure beneath, whose messages hold no secret, or null
   */
  public CredentialsException(
      String message, Reason reason, @Nullable String code, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.code = code;
  }

  /**
   * What a caller can do about it.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * The error code of the protocol (RFC 6749 §5.2).
   *
   * @return such as {@code invalid_client}, if there was one
   */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }
}
