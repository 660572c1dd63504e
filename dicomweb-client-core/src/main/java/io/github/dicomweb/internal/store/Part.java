// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * One part of a body.
 *
 * @param contentType its Content-Type
 * @param location its Content-Location, or null
 * @param content its bytes
 */
record Part(String contentType, @Nullable String location, Content content) {
  /** Without the location. */
  @Override
  public String toString() {
    return "Part[" + contentType + "]";
  }
}
