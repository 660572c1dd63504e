// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The UIDs of the test data: UUIDs made from names (PS3.5 §B.2), so always the same. */
final class Uids {
  static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
  static final String COMPUTED_RADIOGRAPHY_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.1";
  static final String MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7.2";
  static final String MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7.3";
  static final String BASIC_TEXT_SR_STORAGE = "1.2.840.10008.5.1.4.1.1.88.11";
  static final String ENCAPSULATED_PDF_STORAGE = "1.2.840.10008.5.1.4.1.1.104.1";

  static final String IMPLEMENTATION_CLASS = of("implementation");
  static final String IMPLEMENTATION_VERSION = "DICOMWEB_TEST_1";

  private Uids() {}

  static String of(String name) {
    UUID uuid =
        UUID.nameUUIDFromBytes(
            ("io.github.dicomweb.testdata/" + name).getBytes(StandardCharsets.UTF_8));
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }
}
