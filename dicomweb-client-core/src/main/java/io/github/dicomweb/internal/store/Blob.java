// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.store.InstanceSource.Opener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A value, or a range of one, that is not held here.
 *
 * @param opener opens what it is in
 * @param offset its first byte in that
 * @param length how many bytes it has
 * @param unit the size of the numbers whose bytes are to be reversed; 1 for none
 */
record Blob(Opener opener, long offset, long length, int unit) {
  // a multiple of every unit
  private static final int CHUNK = 64 * 1024;

  Blob range(long from, long bytes) {
    return new Blob(opener, offset + from, bytes, unit);
  }

  /** Opens it at its first byte; what follows the last one follows. */
  InputStream open() throws IOException {
    InputStream in = opener.open();
    try {
      in.skipNBytes(offset);
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  void writeTo(OutputStream out) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
    try (InputStream in = open()) {
      for (long left = length; left > 0; left -= chunk.length) {
        int wanted = (int) Math.min(left, chunk.length);
        if (in.readNBytes(chunk, 0, wanted) < wanted) {
          throw new IOException("a value ends before its length");
        }
        reverse(chunk, wanted);
        out.write(chunk, 0, wanted);
      }
    }
  }

  private void reverse(byte[] bytes, int length) {
    for (int from = 0; unit > 1 && from + unit <= length; from += unit) {
      for (int i = 0; i < unit / 2; i++) {
        byte first = bytes[from + i];
        bytes[from + i] = bytes[from + unit - 1 - i];
        bytes[from + unit - 1 - i] = first;
      }
    }
  }

  /** Says nothing of where it is. */
  @Override
  public String toString() {
    return "Blob[" + length + " bytes]";
  }
}
