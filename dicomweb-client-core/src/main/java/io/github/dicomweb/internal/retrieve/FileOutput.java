// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Writes to a file much at a time, since what arrives comes in pieces of 8 KiB. Closing it writes
 * what is left.
 */
final class FileOutput extends OutputStream {
  static final int BYTES = 128 * 1024;

  private final WritableByteChannel file;
  private final ByteBuffer buffer;

  /**
   * Creates it.
   *
   * @param buffer what to collect in; nobody else may use it until this is closed
   */
  FileOutput(WritableByteChannel file, ByteBuffer buffer) {
    this.file = file;
    this.buffer = buffer.clear();
  }

  @Override
  public void write(int b) throws IOException {
    if (!buffer.hasRemaining()) {
      push();
    }
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!buffer.hasRemaining()) {
        push();
      }
      int count = Math.min(length - done, buffer.remaining());
      buffer.put(bytes, offset + done, count);
      done += count;
    }
  }

  private void push() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        int unused = file.write(buffer);
      }
    } finally {
      buffer.clear();
    }
  }

  @Override
  public void flush() throws IOException {
    push();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      push();
    }
  }
}
