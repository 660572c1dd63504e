// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import io.github.dicomweb.internal.multipart.MultipartException.Kind;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** The bytes of the body, looked at in the source's own buffer, and how many have been consumed. */
final class BodyInput {
  private final BufferedSource source;
  private final Buffer buffer;
  private long consumed;
  private int partIndex = -1;

  BodyInput(BufferedSource source) {
    this.source = source;
    this.buffer = source.getBuffer();
  }

  Buffer buffer() {
    return buffer;
  }

  boolean request(long byteCount) throws IOException {
    if (buffer.size() >= byteCount) {
      return true;
    }
    try {
      return source.request(byteCount);
    } catch (IllegalStateException e) {
      // how okio tells that somebody else has closed it
      throw new IOException("the source of the multipart body is closed", e);
    }
  }

  byte at(long index) {
    return buffer.getByte(index);
  }

  /** The index of the next LF before {@code to}; -1 when there is none, or the body ends first. */
  long lineFeed(long from, long to) throws IOException {
    return source.indexOf((byte) '\n', from, to);
  }

  void skip(long byteCount) throws IOException {
    buffer.skip(byteCount);
    consumed += byteCount;
  }

  /** For bytes that were taken out of the buffer directly. */
  void consumed(long byteCount) {
    consumed += byteCount;
  }

  long position() {
    return consumed;
  }

  int partIndex() {
    return partIndex;
  }

  void partIndex(int index) {
    partIndex = index;
  }

  MultipartException truncated(String message) {
    return new MultipartException(Kind.TRUNCATED, message, consumed + buffer.size(), partIndex);
  }

  MultipartException failure(Kind kind, String message) {
    return new MultipartException(kind, message, consumed, partIndex);
  }

  void close() throws IOException {
    source.close();
  }
}
