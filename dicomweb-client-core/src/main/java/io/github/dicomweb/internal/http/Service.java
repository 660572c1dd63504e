// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

/** The services whose base URLs may differ. */
public enum Service {
  /** QIDO-RS. */
  SEARCH,
  /** WADO-RS. */
  RETRIEVE,
  /** STOW-RS. */
  STORE,
  /** WADO-URI. */
  URI
}
