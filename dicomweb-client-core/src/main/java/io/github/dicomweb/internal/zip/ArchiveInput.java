// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.internal.http.DamagedBodyException;
import java.io.EOFException;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * The bytes of an archive, with their position, and the difference between an archive that ends too
 * early and a connection that does.
 */
final class ArchiveInput {
  private final Counting counting;
  private final BufferedSource source;

  ArchiveInput(Source source) {
    this.counting = new Counting(source);
    this.source = Okio.buffer(counting);
  }

  BufferedSource source() {
    return source;
  }

  /** How far the archive has been consumed. */
  long position() {
    return counting.bytes - source.getBuffer().size();
  }

  DamagedBodyException damaged(String message) {
    return new DamagedBodyException(message, position());
  }

  /** What a failure to read means: the source's own failures stay what they are. */
  IOException typed(IOException failure) {
    return failure instanceof EOFException && !counting.failed
        ? damaged("the zip archive ends before it is complete")
        : failure;
  }

  int readShort() throws IOException {
    return source.readShortLe() & 0xFFFF;
  }

  long readInt() throws IOException {
    return source.readIntLe() & 0xFFFFFFFFL;
  }

  private static final class Counting extends ForwardingSource {
    private long bytes;
    private boolean failed;

    Counting(Source source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      try {
        long count = super.read(sink, byteCount);
        bytes += Math.max(0, count);
        return count;
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }
}
