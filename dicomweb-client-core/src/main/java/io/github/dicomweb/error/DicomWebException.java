// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws of its own, apart from broken preconditions.
 *
 * <p>The family is sealed: a {@code switch} over it is complete. No message of it carries a
 * patient's data, a query value or a secret, so it may be logged as it is.
 */
public abstract sealed class DicomWebException extends RuntimeException
    permits HttpStatusException,
        TransportException,
        MalformedResponseException,
        DicomFormatException,
        CredentialsException,
        IncompleteResultException {
  private static final long serialVersionUID = 1L;

  DicomWebException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
