// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import java.nio.ByteBuffer;

/**
 * A binary value.
 *
 * @param bytes the value in little endian byte order; nothing when it is compressed
 * @param compressed whether it is encapsulated pixel data (PS3.5 §A.4)
 */
public record BulkValue(ByteBuffer bytes, boolean compressed) {
  static final BulkValue COMPRESSED = new BulkValue(ByteBuffer.allocate(0), true);

  static BulkValue of(ByteBuffer bytes) {
    return new BulkValue(bytes, false);
  }

  @Override
  public String toString() {
    return "BulkValue[" + bytes.remaining() + " bytes]";
  }
}
