// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datasets in one of their forms, one at a time. */
interface DatasetSource {

  /** The next dataset, or null at the proper end. */
  @Nullable Dataset next() throws IOException;

  /** What was tolerated so far. */
  List<Warning> tolerated();

  /** The part that is being read, or −1. */
  default int part() {
    return -1;
  }

  /** Where the document that is being read begins in the body. */
  default long offset() {
    return 0;
  }
}
