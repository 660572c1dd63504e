// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.error.DicomFormatException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends in an error where a limit of bytes is passed. */
final class BoundedInflater extends FilterInputStream {
  private long left;

  BoundedInflater(InputStream in, long limit) {
    super(in);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    left -= Math.max(0, read);
    if (left < 0) {
      throw DicomFormatException.at("the deflated dataset grows beyond the limit", -1, null, null);
    }
    return read;
  }
}
