// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.nio.ByteOrder;

/** The transfer syntaxes that the writer knows (PS3.5 §10, annex A). */
enum TransferSyntax {
  IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2"),
  EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1"),
  DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99"),
  EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2");

  private final String uid;

  TransferSyntax(String uid) {
    this.uid = uid;
  }

  String uid() {
    return uid;
  }

  ByteOrder order() {
    return this == EXPLICIT_VR_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  boolean explicitVr() {
    return this != IMPLICIT_VR_LITTLE_ENDIAN;
  }

  boolean deflated() {
    return this == DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
  }
}
