// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixedDeflateTest {
  static Stream<byte[]> inputs() {
    byte[] everyOctet = new byte[256];
    byte[] noise = new byte[100_000];
    byte[] period = new byte[100_000];
    Noise random = new Noise(7);
    for (int i = 0; i < noise.length; i++) {
      if (i < everyOctet.length) {
        everyOctet[i] = (byte) i;
      }
      noise[i] = (byte) random.next();
      // a period near the length of the window exercises the far distance codes
      period[i] = i < 30_000 ? noise[i] : period[i - 30_000];
    }
    return Stream.of(
        new byte[0],
        new byte[] {1},
        new byte[] {1, 2, 3},
        new byte[5000],
        everyOctet,
        noise,
        period,
        TestStudies.structuredReport().bytes());
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void deflate_anyInput_isInflatedByZlib(byte[] input) throws DataFormatException {
    byte[] deflated = FixedDeflate.deflate(input);

    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      byte[] output = new byte[input.length + 1];
      int count = inflater.inflate(output);
      assertThat(Arrays.copyOf(output, count)).isEqualTo(input);
      assertThat(inflater.finished()).isTrue();
      assertThat(inflater.getRemaining()).isZero();
    } finally {
      inflater.end();
    }
  }

  @Test
  void deflate_repetition_getsShort() {
    // twenty copies of at most 258 octets, each in no more than 20 bits
    assertThat(FixedDeflate.deflate(new byte[5000])).hasSizeLessThan(60);
  }
}
