// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Inflates, and ends in a typed error where the data is damaged or passes a limit of bytes. */
final class BoundedInflater extends InflaterInputStream {
  private final ReadState state;
  private long left;

  BoundedInflater(InputStream in, Inflater inflater, long limit, ReadState state) {
    super(in, inflater, 8 * 1024);
    this.left = limit;
    this.state = state;
  }

  @Override
  protected void fill() throws IOException {
    // not by the exception of the superclass: a source may throw the same for its own reasons
    len = in.read(buf, 0, buf.length);
    if (len < 0) {
      throw state.failure("the deflated data ends before it is complete", -1);
    }
    inf.setInput(buf, 0, len);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(bytes, offset, length);
    } catch (ZipException e) {
      throw state.failure("the deflated data is damaged", -1);
    }
    left -= Math.max(0, read);
    if (left < 0) {
      throw state.limit("the deflated dataset grows beyond the limit", -1);
    }
    return read;
  }
}
