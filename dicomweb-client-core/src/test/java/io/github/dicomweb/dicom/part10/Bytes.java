// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.VR;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** DICOM files by hand, byte for byte. */
final class Bytes {
  static final int UNDEFINED = -1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean big;
  private boolean implicit;

  static Bytes file(String transferSyntax) {
    Bytes meta = new Bytes().text(0x00020010, "UI", transferSyntax);
    return new Bytes()
        .raw(new byte[128])
        .raw("DICM".getBytes(StandardCharsets.US_ASCII))
        .value(0x00020000, "UL", new byte[] {(byte) meta.toByteArray().length, 0, 0, 0})
        .raw(meta.toByteArray());
  }

  static Bytes littleEndianFile() {
    return file("1.2.840.10008.1.2.1");
  }

  Bytes bigEndian() {
    big = true;
    return this;
  }

  Bytes implicit() {
    implicit = true;
    return this;
  }

  Bytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes head(int tag, String vr, int length) {
    number(tag >>> 16, 2).number(tag & 0xFFFF, 2);
    if (implicit) {
      return number(length, 4);
    }
    raw(vr.getBytes(StandardCharsets.US_ASCII));
    if (VR.of(vr).hasLongLength()) {
      return raw((byte) 0, (byte) 0).number(length, 4);
    }
    return number(length, 2);
  }

  Bytes value(int tag, String vr, byte... bytes) {
    return head(tag, vr, bytes.length).raw(bytes);
  }

  Bytes text(int tag, String vr, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int padded = bytes.length + bytes.length % 2;
    head(tag, vr, padded).raw(bytes);
    return padded == bytes.length ? this : raw((byte) (vr.equals("UI") ? 0 : ' '));
  }

  Bytes marker(int tag, int length) {
    return number(tag >>> 16, 2).number(tag & 0xFFFF, 2).number(length, 4);
  }

  Bytes item(int length) {
    return marker(0xFFFEE000, length);
  }

  Bytes endItem() {
    return marker(0xFFFEE00D, 0);
  }

  Bytes endSequence() {
    return marker(0xFFFEE0DD, 0);
  }

  Bytes number(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * (big ? bytes - 1 - i : i))));
    }
    return this;
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}
