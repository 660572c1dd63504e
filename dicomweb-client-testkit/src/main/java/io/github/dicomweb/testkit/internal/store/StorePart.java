// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import java.nio.ByteBuffer;
import java.util.Locale;
import okhttp3.MediaType;

/**
 * A part of a request to store.
 *
 * @param contentType its Content-Type, which may be missing
 * @param content within the body of the request
 */
record StorePart(String contentType, ByteBuffer content) {
  /**
   * The part as a file of its own; nothing, which is no DICOM file, where it is of another type.
   */
  byte[] dicomFile() {
    MediaType type = MediaType.parse(contentType);
    boolean dicom =
        contentType.isEmpty()
            || (type != null
                && (type.type() + "/" + type.subtype())
                    .toLowerCase(Locale.ROOT)
                    .equals("application/dicom"));
    byte[] bytes = new byte[dicom ? content.remaining() : 0];
    content.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "StorePart[" + content.remaining() + " bytes]";
  }
}
