// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.VR;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Heads of attributes and items in explicit VR little endian (PS3.5 §7.1.2, §7.5). */
final class ElementOutput {
  static final long UNDEFINED = 0xFFFFFFFFL;
  // even, as every length is
  static final long LARGEST_SHORT = 0xFFFE;
  static final long LARGEST = 0xFFFFFFFEL;

  private final OutputStream out;

  ElementOutput(OutputStream out) {
    this.out = out;
  }

  /** Whether bytes are only counted; these need not be read then. */
  boolean counts(long length) {
    if (out instanceof CountingOutput counter) {
      counter.add(length);
      return true;
    }
    return false;
  }

  /** The head of an attribute; the length of a VR with a short one is at most 65534. */
  void head(int tag, VR vr, long length) throws IOException {
    tag(tag);
    out.write(vr.code().charAt(0));
    out.write(vr.code().charAt(1));
    if (vr.hasLongLength()) {
      number16(0);
      number32(length);
    } else {
      number16((int) length);
    }
  }

  /** An item or a delimiter, which have no VR. */
  void marker(int tag, long length) throws IOException {
    tag(tag);
    number32(length);
  }

  private void tag(int tag) throws IOException {
    number16(tag >>> 16);
    number16(tag);
  }

  private void number32(long number) throws IOException {
    number16((int) number);
    number16((int) (number >>> 16));
  }

  private void number16(int number) throws IOException {
    out.write(number);
    out.write(number >>> 8);
  }

  void bytes(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
  }

  void bytes(ByteBuffer bytes) throws IOException {
    byte[] chunk = new byte[Math.min(8 * 1024, bytes.remaining())];
    while (bytes.hasRemaining()) {
      int length = Math.min(chunk.length, bytes.remaining());
      bytes.get(chunk, 0, length);
      out.write(chunk, 0, length);
    }
  }

  void padding(int padding) throws IOException {
    out.write(padding);
  }
}
