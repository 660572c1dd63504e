// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes with a position, an end that may be known, and a small look ahead. A length that the input
 * claims is never allocated before the bytes are there.
 */
final class ByteSource {
  static final long UNKNOWN = Long.MAX_VALUE;
  private static final int CHUNK = 64 * 1024;

  private final InputStream in;
  private final long size;
  private final @Nullable URI file;
  private final byte[] buffer = new byte[8 * 1024];
  private int at;
  private int filled;
  private long consumed;

  ByteSource(InputStream in, long size, @Nullable URI file) {
    this.in = in;
    this.size = size;
    this.file = file;
  }

  long position() {
    return consumed + at;
  }

  /** The bytes there are in all, or {@link #UNKNOWN}. */
  long size() {
    return size;
  }

  @Nullable URI file() {
    return file;
  }

  /** Makes a number of bytes, 1 to 1024, visible from the position; false when the input ends. */
  boolean has(int bytes) throws IOException {
    if (filled - at >= bytes) {
      return true;
    }
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    consumed += at;
    filled -= at;
    at = 0;
    while (filled < bytes) {
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }

  /** A byte ahead of the position, 0 to 255; only after {@link #has(int)}. */
  int peek(int offset) {
    return buffer[at + offset] & 0xFF;
  }

  int peekShort(int offset, boolean bigEndian) {
    int first = peek(offset);
    int second = peek(offset + 1);
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  int peekInt(int offset, boolean bigEndian) {
    int first = peekShort(offset, bigEndian);
    int second = peekShort(offset + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  void need(int bytes) throws IOException {
    if (!has(bytes)) {
      throw truncated();
    }
  }

  /** Passes over bytes that are visible. */
  void advance(int bytes) {
    at += bytes;
  }

  DicomFormatException truncated() {
    return error("the input ends within an attribute");
  }

  DicomFormatException error(String message) {
    return DicomFormatException.at(message, position(), null, null);
  }

  byte[] read(int length) throws IOException {
    if (length > size - position()) {
      throw truncated();
    }
    byte[] bytes = new byte[Math.min(length, size == UNKNOWN ? CHUNK : length)];
    int done = 0;
    while (done < length) {
      if (done == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(length, 4L * bytes.length));
      }
      int read = readSome(bytes, done, bytes.length - done);
      if (read < 0) {
        throw truncated();
      }
      done += read;
    }
    return bytes;
  }

  private int readSome(byte[] bytes, int offset, int length) throws IOException {
    int visible = filled - at;
    if (visible > 0) {
      int taken = Math.min(visible, length);
      System.arraycopy(buffer, at, bytes, offset, taken);
      at += taken;
      return taken;
    }
    if (length >= buffer.length) {
      int read = in.read(bytes, offset, length);
      consumed += Math.max(0, read);
      return read;
    }
    return has(1) ? readSome(bytes, offset, length) : -1;
  }

  void skip(long length) throws IOException {
    if (length > size - position()) {
      throw truncated();
    }
    long left = length - Math.min(length, filled - at);
    at += (int) (length - left);
    if (left > 1 && size != UNKNOWN) {
      // a file skips by seeking; its last byte is read, which shows whether it was there
      long skipped = in.skip(left - 1);
      consumed += skipped;
      left -= skipped;
    }
    while (left > 0) {
      if (!has(1)) {
        throw truncated();
      }
      int taken = (int) Math.min(left, filled - at);
      at += taken;
      left -= taken;
    }
  }

  /** The rest of the bytes as a stream. */
  InputStream rest() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (!has(1)) {
          return -1;
        }
        return buffer[at++] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return length == 0 ? 0 : readSome(bytes, offset, length);
      }
    };
  }
}
