// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.nio.ByteBuffer;

/**
 * One part of an answer, or all of one that has a single part.
 *
 * @param contentType with the transfer syntax
 * @param location Content-Location, or an empty string
 * @param content not to be changed
 */
public record Part(String contentType, String location, ByteBuffer content) {
  String headers() {
    String text = "Content-Type: " + contentType + "\r\n";
    return location.isEmpty() ? text : text + "Content-Location: " + location + "\r\n";
  }

  @Override
  public String toString() {
    return "Part[" + content.remaining() + " bytes]";
  }
}
