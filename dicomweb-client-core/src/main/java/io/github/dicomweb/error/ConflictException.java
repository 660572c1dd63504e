// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

/** The request conflicts with what the server has (409). */
public final class ConflictException extends HttpStatusException {
  private static final long serialVersionUID = 1L;

  ConflictException(Response response, String hint) {
    super(response, hint);
  }
}
