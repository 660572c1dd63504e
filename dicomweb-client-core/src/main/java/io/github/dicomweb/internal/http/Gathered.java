// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands much at a time to the system where its user, OkHttp, writes 8 KiB: for requests with a body
 * in HTTP/1, at whose ends OkHttp flushes. All else goes straight through: HTTP/2 and WebSockets
 * wait for the other side to take what was never flushed, and TLS has records of its own.
 */
final class Gathered extends OutputStream {
  static final int BYTES = 64 * 1024;
  private static final int BULK = 8 * 1024;
  private static final byte[][] WITH_BODY = {{'P', 'O', 'S', 'T', ' '}, {'P', 'U', 'T', ' '}};

  private final OutputStream out;
  private byte @Nullable [] buffer;
  private int filled;
  private boolean flushed = true;
  private boolean gathering;

  Gathered(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (flushed) {
      flushed = false;
      gathering = beginsRequestWithBody(source, offset, length);
    }
    if (!gathering || (buffer == null && length < BULK)) {
      out.write(source, offset, length);
      return;
    }
    if (buffer == null) {
      buffer = new byte[BYTES];
    }
    if (length > BYTES - filled) {
      push();
      if (length >= BYTES) {
        out.write(source, offset, length);
        return;
      }
    }
    System.arraycopy(source, offset, buffer, filled, length);
    filled += length;
  }

  private static boolean beginsRequestWithBody(byte[] source, int offset, int length) {
    for (byte[] method : WITH_BODY) {
      if (length > method.length
          && Arrays.equals(source, offset, offset + method.length, method, 0, method.length)) {
        return true;
      }
    }
    return false;
  }

  private void push() throws IOException {
    if (filled > 0 && buffer != null) {
      int count = filled;
      filled = 0;
      out.write(buffer, 0, count);
    }
  }

  @Override
  public void flush() throws IOException {
    flushed = true;
    push();
    out.flush();
  }

  /** Ends the connection; who wants what is left here to be sent flushes before. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
