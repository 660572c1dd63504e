// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/** The given start of a file, then noise of twelve bits in sixteen, one block at a time. */
final class GeneratedFile extends InputStream {
  static final int BLOCK = 1 << 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long TWELVE_OF_SIXTEEN = 0x0FFF_0FFF_0FFF_0FFFL;

  private final Noise noise;
  private final byte[] pixels = new byte[BLOCK];
  private byte[] current;
  private int at;
  private int end;
  private long left;

  GeneratedFile(byte[] start, long pixelBytes, long seed) {
    noise = new Noise(seed);
    current = start;
    end = start.length;
    left = pixelBytes;
  }

  @Override
  public int read() {
    return exhausted() ? -1 : current[at++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (exhausted()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(current, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return end - at;
  }

  private boolean exhausted() {
    if (at < end) {
      return false;
    }
    if (left == 0) {
      return true;
    }
    for (int i = 0; i < BLOCK; i += Long.BYTES) {
      LONGS.set(pixels, i, noise.next() & TWELVE_OF_SIXTEEN);
    }
    current = pixels;
    at = 0;
    end = (int) Math.min(left, BLOCK);
    left -= end;
    return false;
  }
}
