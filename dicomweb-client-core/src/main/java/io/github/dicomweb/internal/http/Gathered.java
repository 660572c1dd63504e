// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Hands much at a time to the system where its user, OkHttp, writes 8 KiB. Small writes and what is
 * not HTTP/1 go straight through: HTTP/2 waits for the other side to take what is still here, and
 * TLS has records of its own.
 */
final class Gathered extends OutputStream {
  static final int BYTES = 64 * 1024;
  private static final int BULK = 8 * 1024;
  private static final int HTTP_2_PREFACE = 'P' << 16 | 'R' << 8 | 'I';

  private final OutputStream out;
  private byte @Nullable [] buffer;
  private int filled;
  private boolean begun;
  private boolean through;

  Gathered(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (!begun) {
      begun = true;
      through = !isHttp1(source, offset, length);
    }
    if (through || (buffer == null && length < BULK)) {
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

  /** Whether these are the first bytes of a request; a TLS record begins with no letter. */
  private static boolean isHttp1(byte[] source, int offset, int length) {
    return length > 3
        && source[offset] >= 'A'
        && source[offset] <= 'Z'
        && (source[offset] << 16 | source[offset + 1] << 8 | source[offset + 2]) != HTTP_2_PREFACE;
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
    push();
    out.flush();
  }

  /** Ends the connection; who wants what is left here to be sent flushes before. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
