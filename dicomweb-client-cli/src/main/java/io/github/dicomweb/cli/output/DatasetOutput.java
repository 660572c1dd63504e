// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.dicom.Dataset;
import java.io.IOException;

/** Writes datasets one after the other, in constant memory. */
public interface DatasetOutput {

  /**
   * Writes one.
   *
   * @param dataset the dataset
   * @throws IOException if writing fails
   */
  void write(Dataset dataset) throws IOException;

  /**
   * Writes the end: without it, what was written does not look whole.
   *
   * @throws IOException if writing fails
   */
  void end() throws IOException;
}
