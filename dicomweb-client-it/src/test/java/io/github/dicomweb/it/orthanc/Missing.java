// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** Something from outside that a test needs and that is not there: a skip, or in CI a failure. */
final class Missing {
  private Missing() {}

  /** Ends the test. */
  static RuntimeException because(String what) {
    if (Settings.required()) {
      return Assertions.fail(what + "; " + Settings.REQUIRE + " is set, so this is a failure");
    }
    return new TestAbortedException(
        what + "; set " + Settings.REQUIRE + "=true to make this a failure");
  }
}
