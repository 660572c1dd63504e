// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param request method and path template
 * @param status the status, or 0
 * @param value what was read of a successful answer, or null
 */
record Reply<T>(String request, int status, @Nullable T value) {

  /** Whether the server says that there is no such resource, and not only that this one fails. */
  boolean missing() {
    return status == 404 || status == 405 || status == 501;
  }

  /** Whether the server understood and would not. */
  boolean refused() {
    return status >= 400;
  }
}
