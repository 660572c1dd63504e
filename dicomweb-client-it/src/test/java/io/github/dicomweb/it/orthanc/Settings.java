// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import java.util.Optional;

/** What whoever runs the tests can say, as a system property or in the environment. */
final class Settings {
  /** {@code true} turns tests that would be skipped into failures. */
  static final String REQUIRE = "DICOMWEB_IT_REQUIRE_ORTHANC";

  /** The address of an empty Orthanc without its {@code /dicom-web}. */
  static final String URL = "DICOMWEB_IT_ORTHANC_URL";

  /** {@code process}, {@code container} or {@code url}: only this is tried. */
  static final String KIND = "DICOMWEB_IT_ORTHANC_KIND";

  /** Another image for Docker. */
  static final String IMAGE = "DICOMWEB_IT_ORTHANC_IMAGE";

  private Settings() {}

  static Optional<String> of(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
        .filter(value -> !value.isBlank());
  }
}
