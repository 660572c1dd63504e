// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

/** Where this server is. */
public interface Origins {
  /** The base URL, without a slash at its end. */
  String base();

  /** The base URL of another origin that serves the same. */
  String other();
}
