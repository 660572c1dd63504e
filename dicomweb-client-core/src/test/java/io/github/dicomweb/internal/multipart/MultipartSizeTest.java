// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Many parts and huge parts: time in proportion, memory flat. */
class MultipartSizeTest {
  private static final long GIBI = 1L << 30;
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  @Test
  void read_tenThousandParts_givesAll() throws IOException {
    MultipartWriter writer = MultipartWriter.create("application/dicom", Bodies.BOUNDARY);
    Buffer body = new Buffer();
    for (int i = 0; i < 10_000; i++) {
      writer.beginPart(body, "application/dicom", null);
      body.writeDecimalLong(i);
      writer.endPart(body);
    }
    writer.finish(body);

    MultipartReader reader = new MultipartReader(body, Bodies.BOUNDARY, Limits.defaults());
    for (int i = 0; i < 10_000; i++) {
      assertThat(Bodies.text(Bodies.part(reader))).isEqualTo(Integer.toString(i));
    }
    assertThat(reader.nextPart()).isNull();
  }

  @Test
  void skip_threeGibibytesInOnePart_neverHoldsMoreThanAFewSegments() {
    Generated source = new Generated(3 * GIBI, new byte[8192], true);
    MultipartReader reader = reader(source);

    Assertions.assertTimeout(
        GENEROUS,
        () -> {
          assertThat(Bodies.part(reader).skip()).isEqualTo(3 * GIBI);
          assertThat(reader.nextPart()).isNull();
        });
    assertThat(source.mostHeld).isLessThan(64 * 1024);
  }

  @Test
  void read_singleBytes_isLinear() {
    Generated source = new Generated(256L << 20, new byte[8192], true);
    MultipartReader reader = reader(source);

    Assertions.assertTimeout(
        GENEROUS,
        () -> {
          long count = 0;
          MultipartPart part = Bodies.part(reader);
          while (part.inputStream().read() >= 0) {
            count++;
          }
          assertThat(count).isEqualTo(256L << 20);
        });
  }

  @Test
  void read_bytesThatLookLikeDelimitersAllTheWay_isLinear() {
    byte[] unit = Bodies.bytes("\r\n--simple-boundar".repeat(455) + "\r");
    Generated source = new Generated(64L * 1024 * unit.length, unit, true);
    MultipartReader reader = reader(source);

    Assertions.assertTimeout(
        GENEROUS,
        () ->
            assertThat(Bodies.part(reader).transferTo(OutputStream.nullOutputStream()))
                .isEqualTo(64L * 1024 * unit.length));
    assertThat(source.mostHeld).isLessThan(64 * 1024);
  }

  @Test
  void skip_hugePartWithoutItsDelimiter_isTruncatedAtItsLastByte() throws IOException {
    MultipartReader reader = reader(new Generated(GIBI, new byte[8192], false));
    MultipartPart part = Bodies.part(reader);

    assertThatThrownBy(part::skip)
        .isInstanceOfSatisfying(
            MultipartException.class, e -> assertThat(e.offset()).isEqualTo(part.offset() + GIBI));
    assertThat(part.complete()).isFalse();
    assertThat(part.bytesRead()).isEqualTo(GIBI);
  }

  private static MultipartReader reader(Source source) {
    BufferedSource buffered = Okio.buffer(source);
    return new MultipartReader(buffered, Bodies.BOUNDARY, Limits.defaults());
  }

  /** One part made of a repeated unit, generated as it is read. */
  private static final class Generated implements Source {
    private final byte[] unit;
    private final Buffer end = new Buffer();
    private final Buffer start = new Buffer().writeUtf8("--simple-boundary\r\n\r\n");
    private long left;
    private long mostHeld;

    Generated(long length, byte[] unit, boolean closed) {
      this.left = length;
      this.unit = unit;
      if (closed) {
        end.writeUtf8("\r\n--simple-boundary--");
      }
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      mostHeld = Math.max(mostHeld, sink.size());
      if (!start.exhausted()) {
        return start.read(sink, byteCount);
      }
      if (left == 0) {
        return end.read(sink, byteCount);
      }
      int at = (int) (-left % unit.length + unit.length) % unit.length;
      int count = (int) Math.min(Math.min(unit.length - at, left), byteCount);
      sink.write(unit, at, count);
      left -= count;
      return count;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
