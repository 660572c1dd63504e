// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.store.InstanceSource.Opener;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What values are read from, one after the other: opened again only to go back, so that reading all
 * of them costs one pass. Not thread-safe.
 */
final class Origin implements Closeable {
  private final Opener opener;
  private @Nullable InputStream in;
  private long at;

  Origin(Opener opener) {
    this.opener = opener;
  }

  /** Reads bytes at an offset; fails if there are fewer. */
  void read(long offset, byte[] bytes, int length) throws IOException {
    InputStream from = in;
    if (from == null || offset < at) {
      close();
      from = opener.open();
      in = from;
      at = 0;
    }
    from.skipNBytes(offset - at);
    at = offset;
    int read = from.readNBytes(bytes, 0, length);
    at += read;
    if (read < length) {
      throw new IOException("a value ends before its length");
    }
  }

  @Override
  public void close() throws IOException {
    InputStream open = in;
    in = null;
    if (open != null) {
      open.close();
    }
  }
}
