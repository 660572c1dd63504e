// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

/** There is nothing at that place: status 404 or 410. */
public final class NotFoundException extends HttpStatusException {
  private static final long serialVersionUID = 1L;

  NotFoundException(Response response, String hint) {
    super(response, hint);
  }
}
