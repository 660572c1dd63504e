// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A value, or a range of one, that is not held here.
 *
 * @param origin what it is in
 * @param offset its first byte in that
 * @param length how many bytes it has
 * @param unit the size of the numbers whose bytes are to be reversed; 1 for none
 */
record Blob(Origin origin, long offset, long length, int unit) {
  // a multiple of every unit
  private static final int CHUNK = 64 * 1024;

  Blob range(long from, long bytes) {
    return new Blob(origin, offset + from, bytes, unit);
  }

  /** Reads bytes of it. */
  byte[] read(long from, int bytes) throws IOException {
    byte[] result = new byte[bytes];
    origin.read(offset + from, result, bytes);
    return result;
  }

  void writeTo(OutputStream out) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
    for (long done = 0; done < length; done += chunk.length) {
      int wanted = (int) Math.min(length - done, chunk.length);
      origin.read(offset + done, chunk, wanted);
      reverse(chunk, wanted);
      out.write(chunk, 0, wanted);
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
