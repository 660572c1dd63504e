// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

/** What the tests with Orthanc need and is not there: a skip, or in CI a failure. */
final class Missing {
  private Missing() {}

  /** Ends the test. */
  static RuntimeException because(String what) {
    return io.github.dicomweb.it.samples.Missing.because(what, Settings.REQUIRE);
  }
}
