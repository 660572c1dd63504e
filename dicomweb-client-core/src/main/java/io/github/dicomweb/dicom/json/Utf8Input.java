// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON in UTF-8 without its byte order mark, whatever of Unicode it came in. */
final class Utf8Input {
  private Utf8Input() {}

  static InputStream of(InputStream in) throws IOException {
    byte[] head = in.readNBytes(4);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
    if (head.length >= 3
        && (head[0] & 0xFF) == 0xEF
        && (head[1] & 0xFF) == 0xBB
        && (head[2] & 0xFF) == 0xBF) {
      return new SequenceInputStream(new ByteArrayInputStream(head, 3, head.length - 3), in);
    }
    Charset other = other(head);
    return other == null
        ? whole
        : new ReaderInput(new InputStreamReader(whole, other.newDecoder()));
  }

  /** What the zeros beside the first character, which is ASCII, and a byte order mark tell. */
  private static @Nullable Charset other(byte[] head) {
    if (head.length < 4) {
      return null;
    }
    if ((head[0] == 0 && head[1] == 0) || (head[2] == 0 && head[3] == 0)) {
      return Charset.forName("UTF-32" + (head[0] == 0 ? "BE" : "LE"));
    }
    boolean marked = (head[0] & 0xFE) == 0xFE && (head[1] & 0xFE) == 0xFE;
    if (marked) {
      return StandardCharsets.UTF_16;
    }
    if (head[0] == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return head[1] == 0 ? StandardCharsets.UTF_16LE : null;
  }
}
