// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.dicom.BulkDataChoice;
import io.github.dicomweb.dicom.BulkDataHandler;

/** What becomes of binary values in JSON and XML. */
enum Bulk {
  /** They stand there in base64. */
  INLINE,
  /** A reference to where they are in the file stands there. */
  URI,
  /** They are left out. */
  OMIT;

  LocalFile.Large large() {
    return this == INLINE ? LocalFile.Large.READ : LocalFile.Large.REFER;
  }

  BulkDataHandler handler() {
    BulkDataChoice choice = this == OMIT ? BulkDataChoice.omit() : BulkDataChoice.keep();
    return (element, path) -> choice;
  }
}
