// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.config.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** Whatever is written comes back, however it is delivered and taken. */
class MultipartRoundTripTest {
  private static final String BOUNDARY = "ab";

  @Property(tries = 400)
  void read_whatWasWritten_isIdentical(
      @ForAll("parts") List<byte[]> parts,
      @ForAll @IntRange(min = 1, max = 20_000) int chunk,
      @ForAll Random random)
      throws IOException {
    Buffer body = new Buffer();
    long length = write(parts, body);
    assertThat(body.size()).isEqualTo(length);

    MultipartReader reader =
        new MultipartReader(uneven(body, chunk, random), BOUNDARY, Limits.defaults());
    List<byte[]> read = new ArrayList<>();
    for (MultipartPart p = reader.nextPart(); p != null; p = reader.nextPart()) {
      read.add(take(p, parts.get(p.index()), random));
      assertThat(p.complete()).isTrue();
    }

    assertThat(read).hasSameSizeAs(parts);
    for (int i = 0; i < parts.size(); i++) {
      assertThat(read.get(i)).isEqualTo(parts.get(i));
    }
    assertThat(reader.complete()).isTrue();
    assertThat(reader.tolerated()).isEmpty();
  }

  /** Writes all, and gives the length that was announced. */
  private static long write(List<byte[]> parts, Buffer body) throws IOException {
    MultipartWriter writer = MultipartWriter.create("application/dicom", BOUNDARY);
    long length = writer.closingLength();
    for (int i = 0; i < parts.size(); i++) {
      String location = i % 2 == 0 ? null : "bulk/" + i;
      length += writer.framingLength("application/dicom", location) + parts.get(i).length;
      writer.beginPart(body, "application/dicom", location);
      body.write(parts.get(i));
      writer.endPart(body);
    }
    writer.finish(body);
    return length;
  }

  private static BufferedSource uneven(Buffer body, int chunk, Random random) {
    return Okio.buffer(
        new ForwardingSource(body) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(byteCount, 1L + random.nextInt(chunk)));
          }
        });
  }

  /** Takes it in any mixture of ways; what is skipped is put in its place as it should be. */
  private static byte[] take(MultipartPart part, byte[] expected, Random random)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = part.inputStream();
    byte[] some = new byte[1 + random.nextInt(10_000)];
    int count = 0;
    while (count >= 0) {
      out.write(some, 0, count);
      int way = random.nextInt(20);
      if (way == 0) {
        part.transferTo(out);
      } else if (way < 3) {
        int skipped = (int) in.skip(random.nextInt(5000));
        out.write(expected, out.size(), skipped);
      } else if (way < 6) {
        byteByByte(in, random.nextInt(way == 3 ? 10_000 : 10), out);
      }
      assertThat(part.bytesRead()).isEqualTo(out.size());
      count = in.read(some);
    }
    return out.toByteArray();
  }

  private static void byteByByte(InputStream in, int most, ByteArrayOutputStream out)
      throws IOException {
    for (int i = 0; i < most; i++) {
      int b = in.read();
      if (b < 0) {
        return;
      }
      out.write(b);
    }
  }

  /** Bytes made of what delimiters are made of, but never a delimiter: that has a line end. */
  @Provide
  Arbitrary<List<byte[]>> parts() {
    Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    Arbitrary<byte[]> large =
        Arbitraries.integers()
            .between(0, 40_000)
            .map(
                size -> {
                  byte[] bytes = new byte[size];
                  new Random(size).nextBytes(bytes);
                  return bytes;
                });
    Arbitrary<byte[]> nasty =
        Arbitraries.of("\r\n", "\r", "\n", "-", "--", "a", "\r\n--a", "\r\n--abc", "--ab-", "x\0")
            .list()
            .ofMaxSize(60)
            .map(pieces -> Bodies.bytes(String.join("", pieces)))
            .filter(MultipartRoundTripTest::holdsNoDelimiter);
    return Arbitraries.oneOf(
            List.of(random.filter(MultipartRoundTripTest::holdsNoDelimiter), large, nasty))
        .list()
        .ofMaxSize(12);
  }

  private static boolean holdsNoDelimiter(byte[] bytes) {
    String text = "\n" + new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n";
    return !Pattern.compile("\n--ab(--)?[ \t\r\n]").matcher(text).find();
  }
}
