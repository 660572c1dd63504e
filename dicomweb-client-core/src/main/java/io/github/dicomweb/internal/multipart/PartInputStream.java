// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** A part's bytes as a stream. */
final class PartInputStream extends InputStream {
  private final MultipartPart part;
  private boolean closed;

  PartInputStream(MultipartPart part) {
    this.part = part;
  }

  @Override
  public int read() throws IOException {
    checkOpen();
    return part.reader().readByte(part);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    checkOpen();
    return length == 0 ? 0 : part.reader().read(part, target, offset, length);
  }

  @Override
  public long skip(long byteCount) throws IOException {
    checkOpen();
    return part.reader().skip(part, byteCount);
  }

  @Override
  public long transferTo(OutputStream out) throws IOException {
    checkOpen();
    return part.transferTo(out);
  }

  @Override
  public int available() throws IOException {
    checkOpen();
    return part.reader().buffered(part);
  }

  /** Leaves the rest to be skipped by the reader, which may never be asked to. */
  @Override
  public void close() {
    closed = true;
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("stream of a multipart part is closed");
    }
  }
}
