// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import java.nio.charset.StandardCharsets;

/** The answer to a request for a frame: a body of one part with 32 KiB. */
final class OneFrame {
  static final String TYPE = "multipart/related; type=\"application/octet-stream\"; boundary=frame";

  private static final int BYTES = 32 * 1024;

  private OneFrame() {}

  static byte[] body() {
    return ("--frame\r\nContent-Type: application/octet-stream\r\n\r\n"
            + "\1\2".repeat(BYTES / 2)
            + "\r\n--frame--\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
