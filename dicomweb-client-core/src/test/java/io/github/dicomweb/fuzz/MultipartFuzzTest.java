// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.internal.multipart.MultipartException;
import io.github.dicomweb.internal.multipart.MultipartPart;
import io.github.dicomweb.internal.multipart.MultipartReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okio.Okio;
import org.jspecify.annotations.Nullable;

class MultipartFuzzTest {
  static final String BOUNDARY = "b";
  private static final byte[] DELIMITER = "--b".getBytes(StandardCharsets.US_ASCII);

  /** A part that was read to its end. */
  private record Part(long offset, long length, List<Map.Entry<String, String>> headers) {}

  /** All that was read before the end, or before the failure. */
  private record Result(List<Part> parts, MultipartException.@Nullable Kind failure) {}

  private interface Consumer {
    long consume(MultipartPart part) throws IOException;
  }

  @FuzzTest
  void read(byte[] data) throws IOException {
    Result drained = read(new ByteArrayInputStream(data), MultipartPart::skip);

    Random random = new Random(Arrays.hashCode(data));
    Result compared = read(new Trickle(data), part -> compare(part, data, random));
    assertThat(compared).isEqualTo(drained);

    Result written =
        read(
            new Trickle(data),
            part -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              part.transferTo(out);
              int from = (int) part.offset();
              assertThat(out.toByteArray())
                  .isEqualTo(Arrays.copyOfRange(data, from, from + out.size()));
              return out.size();
            });
    assertThat(written).isEqualTo(drained);

    for (Part part : drained.parts()) {
      assertThat(delimiterAt(data, (int) (part.offset() + part.length())))
          .as("a delimiter behind a part that is said to be whole")
          .isTrue();
    }
  }

  private static Result read(InputStream in, Consumer consumer) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (MultipartReader reader =
        new MultipartReader(Okio.buffer(Okio.source(in)), BOUNDARY, Datasets.LIMITS)) {
      for (@Nullable MultipartPart part = reader.nextPart();
          part != null;
          part = reader.nextPart()) {
        assertThat(part.complete()).isFalse();
        long length = consumer.consume(part);
        assertThat(part.complete()).isTrue();
        assertThat(part.bytesRead()).isEqualTo(length);
        parts.add(new Part(part.offset(), length, part.headers()));
      }
      assertThat(reader.complete()).isTrue();
      return new Result(parts, null);
    } catch (MultipartException e) {
      return new Result(parts, e.kind());
    }
  }

  private static long compare(MultipartPart part, byte[] data, Random random) throws IOException {
    InputStream in = part.inputStream();
    byte[] bytes = new byte[64];
    int at = (int) part.offset();
    while (true) {
      int read = random.nextBoolean() ? in.read(bytes, 0, 1 + random.nextInt(64)) : one(in, bytes);
      if (read < 0) {
        return at - part.offset();
      }
      assertThat(Arrays.copyOf(bytes, read)).isEqualTo(Arrays.copyOfRange(data, at, at + read));
      at += read;
    }
  }

  private static int one(InputStream in, byte[] bytes) throws IOException {
    int value = in.read();
    bytes[0] = (byte) value;
    return value < 0 ? -1 : 1;
  }

  private static boolean delimiterAt(byte[] data, int from) {
    int at = from;
    if (at < data.length && data[at] == '\r') {
      at++;
    }
    if (at < data.length && data[at] == '\n') {
      at++;
    }
    boolean lineStart = at == 0 || data[at - 1] == '\n';
    int to = at + DELIMITER.length;
    return lineStart
        && to <= data.length
        && Arrays.equals(data, at, to, DELIMITER, 0, DELIMITER.length);
  }
}
