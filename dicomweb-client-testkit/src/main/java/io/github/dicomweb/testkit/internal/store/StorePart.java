// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import java.nio.ByteBuffer;
import java.util.Locale;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A part of a request to store.
 *
 * @param contentType its Content-Type, or an empty string
 * @param location its Content-Location, or an empty string
 * @param content within the body of the request
 */
record StorePart(String contentType, String location, ByteBuffer content) {
  static final String DICOM = "application/dicom";
  static final String JSON = "application/dicom+json";
  static final String XML = "application/dicom+xml";

  /** The type without parameters, in lower case; empty when it is missing or none. */
  String type() {
    MediaType type = MediaType.parse(contentType);
    return type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
  }

  /** The parameter {@code transfer-syntax}. */
  @Nullable String transferSyntax() {
    MediaType type = MediaType.parse(contentType);
    return type == null ? null : type.parameter("transfer-syntax");
  }

  /**
   * The part as a file of its own; nothing, which is no DICOM file, where it is of another type.
   */
  byte[] dicomFile() {
    return contentType.isEmpty() || type().equals(DICOM) ? bytes() : new byte[0];
  }

  byte[] bytes() {
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "StorePart[" + content.remaining() + " bytes]";
  }
}
