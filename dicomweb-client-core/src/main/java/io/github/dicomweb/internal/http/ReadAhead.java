// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the system for much at a time where its user, OkHttp, asks for 8 KiB. Only once a read has
 * given all that was asked for, so that connections with small answers need no memory here.
 */
final class ReadAhead extends InputStream {
  static final int BYTES = 128 * 1024;

  private static final int BULK = 4 * 1024;

  private final InputStream in;
  private byte @Nullable [] buffer;
  private int at;
  private int end;

  ReadAhead(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    if (at < end && buffer != null) {
      return buffer[at++] & 0xff;
    }
    return in.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == end) {
      if (buffer == null || length >= BYTES) {
        int count = in.read(target, offset, length);
        if (buffer == null && count == length && count >= BULK) {
          buffer = new byte[BYTES];
        }
        return count;
      }
      int count = in.read(buffer, 0, BYTES);
      if (count <= 0) {
        return count;
      }
      at = 0;
      end = count;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(buffer, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() throws IOException {
    return end - at + in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
