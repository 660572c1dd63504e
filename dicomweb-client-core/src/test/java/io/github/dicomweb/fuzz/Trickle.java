// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;

/** Gives its bytes in pieces of any size, the same ones for the same bytes. */
final class Trickle extends ByteArrayInputStream {
  private final Random random;

  Trickle(byte[] bytes) {
    super(bytes);
    this.random = new Random(Arrays.hashCode(bytes));
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length) {
    int most = random.nextInt(4) == 0 ? 1024 : 7;
    return super.read(target, offset, Math.min(length, 1 + random.nextInt(most)));
  }
}
