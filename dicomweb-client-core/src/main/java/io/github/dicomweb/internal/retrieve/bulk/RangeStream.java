// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.internal.multipart.MultipartException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Some of the bytes of a stream: so many, and then its end. */
final class RangeStream extends FilterInputStream {
  private final boolean exact;
  private final int partIndex;
  private long position;
  private long left;

  private RangeStream(InputStream in, long length, boolean exact, int partIndex) {
    super(in);
    this.left = length;
    this.exact = exact;
    this.partIndex = partIndex;
  }

  /** As many bytes as there are, and no more than so many. */
  static InputStream atMost(InputStream in, long length) {
    return new RangeStream(in, length, false, 0);
  }

  /** So many bytes: if there are fewer or more, the end is a failure. */
  static InputStream exactly(InputStream in, long length, int partIndex) {
    return new RangeStream(in, length, true, partIndex);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return end();
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      if (exact) {
        throw wrongLength();
      }
      return -1;
    }
    left -= count;
    position += count;
    return count;
  }

  private int end() throws IOException {
    if (exact && in.read() >= 0) {
      throw wrongLength();
    }
    return -1;
  }

  private IOException wrongLength() {
    return new MultipartException(
        MultipartException.Kind.LENGTH_MISMATCH,
        "the bytes are fewer or more than Content-Range says",
        position,
        partIndex);
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] dropped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
    return dropped.length == 0 ? 0 : Math.max(0, read(dropped, 0, dropped.length));
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(left, in.available());
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
