// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.internal.http.LocalIoException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Where contents are written to: holds them to the length they were said to have, and tells a
 * source that fails from a connection that does.
 */
final class Upload extends OutputStream {
  private final BufferedSink sink;
  private final UploadProgress progress;
  private long expected;
  private long written;
  private @Nullable IOException sinkFailure;

  Upload(BufferedSink sink, UploadProgress progress) {
    this.sink = sink;
    this.progress = progress;
  }

  void send(Content content) throws IOException {
    expected = content.length();
    written = 0;
    try {
      content.writeTo(this);
    } catch (DicomFormatException | UncheckedIOException e) {
      throw new LocalIoException(
          "a source is not any more what it was when it was looked at", new IOException(e));
    } catch (IOException e) {
      if (sinkFailure != null) {
        throw sinkFailure;
      }
      throw e instanceof LocalIoException
          ? e
          : new LocalIoException("a source cannot be read to its end", e);
    }
    if (expected >= 0 && written < expected) {
      throw new LocalIoException(
          "a source shrank while it was sent", new IOException("shorter than its size"));
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    written += length;
    if (expected >= 0 && written > expected) {
      throw new LocalIoException(
          "a source grew while it was sent", new IOException("longer than its size"));
    }
    try {
      sink.write(bytes, offset, length);
    } catch (IOException e) {
      sinkFailure = e;
      throw e;
    }
    progress.bytes(length);
  }
}
