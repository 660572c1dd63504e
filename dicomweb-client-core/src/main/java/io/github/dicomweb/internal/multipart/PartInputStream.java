// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * A part's bytes as a stream. Single bytes come out of an array of the reader's, filled by their
 * first read, so that a parser that takes one at a time needs no buffer of its own.
 */
final class PartInputStream extends InputStream {
  private final MultipartPart part;
  private byte[] staged = MultipartReader.NOTHING;
  private int next;
  private int end;
  private boolean closed;

  PartInputStream(MultipartPart part) {
    this.part = part;
  }

  @Override
  public int read() throws IOException {
    return next < end && !closed ? staged[next++] & 0xff : stage();
  }

  private int stage() throws IOException {
    checkOpen();
    staged = part.reader().staging();
    next = 0;
    end = 0;
    end = Math.max(0, part.reader().read(part, staged, 0, staged.length));
    return end > 0 ? staged[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    checkOpen();
    if (length == 0) {
      return 0;
    }
    if (next == end) {
      return part.reader().read(part, target, offset, length);
    }
    int count = Math.min(length, end - next);
    System.arraycopy(staged, next, target, offset, count);
    next += count;
    return count;
  }

  @Override
  public long skip(long byteCount) throws IOException {
    checkOpen();
    int count = (int) Math.max(0, Math.min(byteCount, (long) staged()));
    next += count;
    return count + part.reader().skip(part, byteCount - count);
  }

  @Override
  public long transferTo(OutputStream out) throws IOException {
    checkOpen();
    return part.transferTo(out);
  }

  @Override
  public int available() throws IOException {
    checkOpen();
    return (int) Math.min(Integer.MAX_VALUE, (long) staged() + part.reader().buffered(part));
  }

  /** Leaves the rest to be skipped by the reader, which may never be asked to. */
  @Override
  public void close() {
    closed = true;
  }

  /** Bytes that are out of the reader's buffer and not read yet. */
  int staged() {
    return end - next;
  }

  /** Writes those. */
  long handOver(OutputStream out) throws IOException {
    int count = staged();
    out.write(staged, next, count);
    next = end;
    return count;
  }

  /** Gives those up. */
  long drop() {
    int count = staged();
    next = end;
    return count;
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("stream of a multipart part is closed");
    }
  }
}
