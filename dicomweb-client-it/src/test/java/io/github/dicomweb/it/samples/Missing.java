// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.samples;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** Something from outside that a test needs and that is not there: a skip, or in CI a failure. */
public final class Missing {
  /** {@code true} turns tests that would be skipped for want of sample files into failures. */
  public static final String REQUIRE_SAMPLES = "DICOMWEB_IT_REQUIRE_SAMPLES";

  /** {@code true} does so where an Orthanc is missing, or what is stored in it. */
  public static final String REQUIRE_ORTHANC = "DICOMWEB_IT_REQUIRE_ORTHANC";

  private Missing() {}

  /**
   * Ends the test.
   *
   * @param what what is missing
   * @param switches the settings of which one, being true, makes it a failure
   */
  public static RuntimeException because(String what, String... switches) {
    List<String> set = Arrays.stream(switches).filter(Missing::isTrue).toList();
    if (!set.isEmpty()) {
      return Assertions.fail(what + "; " + set.get(0) + " is set, so this is a failure");
    }
    return new TestAbortedException(what + "; set " + switches[0] + "=true to make this a failure");
  }

  private static boolean isTrue(String name) {
    return "true".equalsIgnoreCase(System.getProperty(name, System.getenv(name)));
  }
}
