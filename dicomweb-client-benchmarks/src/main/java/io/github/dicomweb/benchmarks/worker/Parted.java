// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A series through our parts, thrown away. */
final class Parted extends OurClient {
  private static final int ARRAY = 64 * 1024;

  private final int repetitions;
  private final Taking taking;

  private Parted(Setup setup, Taking taking) {
    super(setup);
    this.repetitions = setup.repetitions();
    this.taking = taking;
  }

  /** Handed on from where it is. */
  static Way transferred(Setup setup) {
    return new Parted(setup, part -> part.transferTo(OutputStream.nullOutputStream()));
  }

  /** Copied into the caller's array. */
  static Way read(Setup setup) {
    byte[] array = new byte[ARRAY];
    return new Parted(setup, part -> read(part.inputStream(), array));
  }

  /** Byte by byte, as parsers do. */
  static Way byteByByte(Setup setup) {
    return new Parted(setup, part -> byteByByte(new BufferedInputStream(part.inputStream())));
  }

  /** The same without anything between. */
  static Way byteByByteUnbuffered(Setup setup) {
    return new Parted(setup, part -> byteByByte(part.inputStream()));
  }

  @Override
  public long run() throws IOException {
    long bytes = 0;
    for (int i = 0; i < repetitions; i++) {
      bytes += eachPart(taking);
    }
    return bytes;
  }

  private static long read(InputStream in, byte[] array) throws IOException {
    long bytes = 0;
    for (int count = in.read(array); count >= 0; count = in.read(array)) {
      bytes += count;
    }
    return bytes;
  }

  static long byteByByte(InputStream in) throws IOException {
    long bytes = 0;
    int seen = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      bytes++;
      seen |= b;
    }
    if (seen == 0) {
      throw new IOException("nothing but zeros");
    }
    return bytes;
  }
}
