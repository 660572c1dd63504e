// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import java.io.OutputStream;

/** Counts bytes and keeps none. */
final class CountingOutput extends OutputStream {
  private long count;

  long count() {
    return count;
  }

  void add(long bytes) {
    count += bytes;
  }

  @Override
  public void write(int b) {
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    count += length;
  }
}
