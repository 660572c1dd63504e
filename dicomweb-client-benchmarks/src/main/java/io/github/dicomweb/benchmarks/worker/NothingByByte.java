// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * As many bytes as the parts have, through a {@link BufferedInputStream} from a stream that costs
 * nothing: what is left is what that class takes for itself.
 */
final class NothingByByte implements Way {
  private static final long PART = 512 * 1024;

  private final int parts;

  NothingByByte(Setup setup) {
    parts = setup.size();
  }

  @Override
  public long run() throws IOException {
    long bytes = 0;
    for (int part = 0; part < parts; part++) {
      bytes += Parted.byteByByte(new BufferedInputStream(new Ones()));
    }
    return bytes;
  }

  private static final class Ones extends InputStream {
    private long left = PART;

    @Override
    public int read() {
      return left-- > 0 ? 1 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      target[offset] = 1;
      left -= count;
      return count;
    }
  }
}
