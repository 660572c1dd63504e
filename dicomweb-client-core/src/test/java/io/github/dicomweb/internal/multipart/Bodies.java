// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import io.github.dicomweb.config.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** Bodies as sources of any grain, and readers that collect what they hold. */
final class Bodies {
  static final String BOUNDARY = "simple-boundary";

  private Bodies() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static MultipartReader reader(String body) {
    return reader(bytes(body), Integer.MAX_VALUE);
  }

  static MultipartReader reader(byte[] body, int chunk) {
    return new MultipartReader(source(body, chunk), BOUNDARY, Limits.defaults());
  }

  /** Gives at most {@code chunk} bytes a read, then ends. */
  static BufferedSource source(byte[] body, int chunk) {
    return Okio.buffer(
        new Source() {
          private int at;

          @Override
          public long read(Buffer sink, long byteCount) {
            if (at == body.length) {
              return -1;
            }
            int count = (int) Math.min(Math.min(chunk, byteCount), (long) body.length - at);
            sink.write(body, at, count);
            at += count;
            return count;
          }

          @Override
          public Timeout timeout() {
            return Timeout.NONE;
          }

          @Override
          public void close() {}
        });
  }

  /** The next part, which there must be. */
  static MultipartPart part(MultipartReader reader) throws IOException {
    return Objects.requireNonNull(reader.nextPart());
  }

  static String text(MultipartPart part) throws IOException {
    return new String(part.inputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** All parts as text; fails as the reader does. */
  static List<String> texts(MultipartReader reader) throws IOException {
    List<String> parts = new ArrayList<>();
    for (MultipartPart part = reader.nextPart(); part != null; part = reader.nextPart()) {
      parts.add(text(part));
    }
    return parts;
  }

  static List<String> texts(String body) throws IOException {
    return texts(reader(body));
  }
}
