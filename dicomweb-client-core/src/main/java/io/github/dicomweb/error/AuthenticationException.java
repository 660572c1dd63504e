// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

/** Not authenticated (401) or not allowed (403). */
public final class AuthenticationException extends HttpStatusException {
  private static final long serialVersionUID = 1L;

  AuthenticationException(Response response, String hint) {
    super(response, hint);
  }
}
