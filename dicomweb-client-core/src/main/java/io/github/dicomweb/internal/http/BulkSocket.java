// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A socket that moves much at a time, whoever asks it for little. */
final class BulkSocket extends Socket {
  private @Nullable InputStream in;
  private @Nullable OutputStream out;

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    if (in == null) {
      in = new ReadAhead(super.getInputStream());
    }
    return in;
  }

  @Override
  public synchronized OutputStream getOutputStream() throws IOException {
    if (out == null) {
      out = new Gathered(super.getOutputStream());
    }
    return out;
  }
}
