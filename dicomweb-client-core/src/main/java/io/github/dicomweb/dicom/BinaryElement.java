// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A binary value that is held in memory, in little endian byte order. */
public final class BinaryElement extends Element {
  private final byte[] bytes;

  private BinaryElement(int tag, VR vr, byte[] bytes) {
    super(tag, vr);
    this.bytes = bytes;
  }

  /**
   * An attribute of bytes.
   *
   * @param tag the tag
   * @param vr the VR
   * @param bytes the value in little endian byte order; copied
   * @return the element; an {@link EmptyElement} when there is no byte
   */
  public static Element of(int tag, VR vr, byte[] bytes) {
    return bytes.length == 0 ? EmptyElement.of(tag, vr) : new BinaryElement(tag, vr, bytes.clone());
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /**
   * The bytes without a copy.
   *
   * @return a read-only buffer of its own position
   */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /**
   * How many bytes there are.
   *
   * @return the length
   */
  public int length() {
    return bytes.length;
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  boolean sameValues(Element other) {
    return other instanceof BinaryElement binary && Arrays.equals(bytes, binary.bytes);
  }

  @Override
  int valuesHash() {
    return Arrays.hashCode(bytes);
  }
}
