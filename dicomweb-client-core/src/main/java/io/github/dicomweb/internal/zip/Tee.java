// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.internal.http.LocalIoException;
import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Writes what is read as it comes. */
final class Tee extends ForwardingSource {
  private final OutputStream out;
  private long bytes;

  Tee(Source source, OutputStream out) {
    super(source);
    this.out = out;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long count = super.read(sink, byteCount);
    if (count > 0) {
      try {
        sink.copyTo(out, sink.size() - count, count);
      } catch (IOException e) {
        throw new LocalIoException("the file was not written", e);
      }
      bytes += count;
    }
    return count;
  }

  /** How much there was. */
  long bytes() {
    return bytes;
  }
}
