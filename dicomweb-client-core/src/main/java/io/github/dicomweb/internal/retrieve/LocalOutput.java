// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.internal.http.LocalIoException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Marks failures to write, so that they are not taken for failures of the connection. */
final class LocalOutput extends FilterOutputStream {
  LocalOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw new LocalIoException("writing the received bytes failed", e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new LocalIoException("writing the received bytes failed", e);
    }
  }
}
