// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeSeriesTest {
  @Test
  void instance_written_isAsLongAsItSaysAndTheSameAgain() throws IOException {
    LargeInstance instance = LargeSeries.instance(3, 301, 401);

    byte[] first = written(instance);

    assertThat(first).hasSize((int) instance.length());
    assertThat(written(LargeSeries.instance(3, 301, 401))).isEqualTo(first);
    try (InputStream in = instance.open()) {
      assertThat(in.readAllBytes()).isEqualTo(first);
    }
  }

  @Test
  void instance_pixels_areTwelveBitsAndFillTheValue() throws IOException {
    LargeInstance instance = LargeSeries.instance(1, 64, 64);
    ByteBuffer file = ByteBuffer.wrap(written(instance)).order(ByteOrder.LITTLE_ENDIAN);
    int offset = (int) instance.pixelOffset();

    assertThat(file.getInt(offset - 4)).isEqualTo(64 * 64 * 2);
    assertThat(file.limit() - offset).isEqualTo(64 * 64 * 2);
    int highest = 0;
    for (int at = offset; at < file.limit(); at += 2) {
      highest = Math.max(highest, file.getShort(at) & 0xFFFF);
    }
    assertThat(highest).isBetween(4000, 4095);
  }

  @Test
  void open_readOctetByOctet_givesTheSame() throws IOException {
    LargeInstance instance = LargeSeries.instance(2, 200, 200);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = instance.open()) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        out.write(octet);
      }
    }

    assertThat(out.toByteArray()).isEqualTo(written(instance));
  }

  @Test
  void instance_numbers_makeDistinctInstancesOfOneSeries() throws IOException {
    LargeInstance one = LargeSeries.instance(1, 8, 8);
    LargeInstance two = LargeSeries.instance(2, 8, 8);

    assertThat(one.sopInstanceUid()).isNotEqualTo(two.sopInstanceUid());
    assertThat(one.seriesInstanceUid()).isEqualTo(two.seriesInstanceUid());
    assertThat(one.studyInstanceUid()).isEqualTo(two.studyInstanceUid());
    assertThat(written(one)).isNotEqualTo(written(two));
  }

  @Test
  void huge_moreThanTheHeap_isWrittenWhole() throws IOException {
    long wanted = 2L * Runtime.getRuntime().maxMemory();
    LargeInstance instance = LargeSeries.huge(Math.min(wanted, 1L << 31));
    CountingStream sink = new CountingStream();

    instance.writeTo(sink);

    assertThat(sink.count).isEqualTo(instance.length());
    assertThat(instance.length()).isGreaterThanOrEqualTo(1L << 30);
  }

  @Test
  void huge_sizes_areRoundedToFrames() {
    assertThat(LargeSeries.huge(0).length() - LargeSeries.huge(0).pixelOffset())
        .isEqualTo(2L << 20);
    LargeInstance almostFour = LargeSeries.huge((4L << 30) - (3L << 20));
    assertThat(almostFour.length() - almostFour.pixelOffset()).isEqualTo((4L << 30) - (2L << 20));
  }

  @Test
  void huge_fourGibibytes_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> LargeSeries.huge(4L << 30));
    assertThatIllegalArgumentException().isThrownBy(() -> LargeSeries.huge((4L << 30) - 2));
    assertThatIllegalArgumentException().isThrownBy(() -> LargeSeries.huge(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> LargeSeries.instance(1, 0xFFFF, 0xFFFF));
    assertThatIllegalArgumentException().isThrownBy(() -> LargeSeries.instance(0, 8, 8));
  }

  @Test
  void main_directory_getsTheSeries(@TempDir Path dir) throws IOException {
    LargeSeries.main(new String[] {dir.resolve("new").toString(), "2", "16", "8"});

    assertThat(dir.resolve("new/ct-0001.dcm"))
        .hasBinaryContent(written(LargeSeries.instance(1, 16, 8)));
    assertThat(Files.size(dir.resolve("new/ct-0002.dcm")))
        .isEqualTo(LargeSeries.instance(2, 16, 8).length());
  }

  private static byte[] written(LargeInstance instance) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    instance.writeTo(out);
    return out.toByteArray();
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int octet) {
      count++;
    }

    @Override
    public void write(byte[] block, int offset, int length) {
      count += length;
    }
  }
}
