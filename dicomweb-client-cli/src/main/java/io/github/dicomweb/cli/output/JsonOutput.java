// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One DICOM JSON array (PS3.18 Annex F), a dataset a line. */
final class JsonOutput implements DatasetOutput {
  private final OutputStream out;
  private boolean begun;

  JsonOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(Dataset dataset) throws IOException {
    out.write((begun ? ",\n" : "[").getBytes(StandardCharsets.US_ASCII));
    begun = true;
    object(dataset, out);
  }

  static void object(Dataset dataset, OutputStream out) throws IOException {
    DicomJsonWriter writer = DicomJsonWriter.to(new Open(out));
    writer.write(dataset);
    writer.close();
  }

  @Override
  public void end() throws IOException {
    out.write((begun ? "]\n" : "[]\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Stays open when a writer of one dataset is closed. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void flush() {
      // the stream beneath knows when
    }

    @Override
    public void close() {
      // more datasets follow
    }
  }
}
