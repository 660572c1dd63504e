// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Characters as bytes of UTF-8. */
final class ReaderInput extends InputStream {
  private final Reader in;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final CharBuffer chars = CharBuffer.allocate(8 * 1024).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(32 * 1024).flip();
  private boolean ended;

  ReaderInput(Reader in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(length, bytes.remaining());
    bytes.get(target, offset, taken);
    return taken;
  }

  private boolean fill() throws IOException {
    while (!bytes.hasRemaining()) {
      if (ended) {
        return false;
      }
      chars.compact();
      ended = in.read(chars) < 0;
      chars.flip();
      bytes.clear();
      CoderResult result = encoder.encode(chars, bytes, ended);
      bytes.flip();
      if (result.isError()) {
        throw new CharConversionException("half of a surrogate pair");
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
