// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.dicom.PersonName;

/** Names as people read them. */
final class Names {
  private Names() {}

  static String readable(PersonName name) {
    return name.toDicomString().replace('^', ' ').replace("=", " / ").strip();
  }
}
