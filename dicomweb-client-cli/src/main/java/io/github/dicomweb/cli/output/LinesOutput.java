// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.dicom.Dataset;
import java.io.IOException;
import java.io.OutputStream;

/** A DICOM JSON object a line. */
final class LinesOutput implements DatasetOutput {
  private final OutputStream out;

  LinesOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(Dataset dataset) throws IOException {
    JsonOutput.object(dataset, out);
    out.write('\n');
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
