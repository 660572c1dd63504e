// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;
import okio.Sink;
import okio.Timeout;

/** Writes each piece that it is given as a chunk (RFC 9112 §7.1), but not the last, empty one. */
final class ChunkSink implements Sink {
  private final BufferedSink out;

  ChunkSink(BufferedSink out) {
    this.out = out;
  }

  @Override
  public void write(Buffer source, long byteCount) throws IOException {
    if (byteCount > 0) {
      out.writeHexadecimalUnsignedLong(byteCount).writeUtf8("\r\n");
      out.write(source, byteCount);
      out.writeUtf8("\r\n");
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public Timeout timeout() {
    return out.timeout();
  }

  /** What is written to stays open: more follows. */
  @Override
  public void close() throws IOException {
    out.flush();
  }
}
