// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeadCtTest {
  @Test
  void pixels_everySlice_fitInTwelveBitsAndHaveBoneAroundTissue() {
    for (int number = 1; number <= HeadCt.SLICES; number++) {
      short[] pixels = HeadCt.pixels(number);
      int[] middle = Arrays.copyOfRange(toInts(pixels), 48 * HeadCt.SIZE, 49 * HeadCt.SIZE);

      assertThat(toInts(pixels)).hasSize(96 * 96);
      assertThat(Arrays.stream(toInts(pixels)).allMatch(v -> v >= 0 && v < 4096)).isTrue();
      assertThat(Arrays.stream(middle).max().orElseThrow()).as("skull").isGreaterThan(1700);
      assertThat(middle[47] - 1024).as("brain").isBetween(-20, 120);
    }
  }

  @Test
  void pixels_lesionSlice_areBrightOnTheLeftOnly() {
    assertThat(meanAt(HeadCt.LESION_SLICE, 64)).isGreaterThan(1024 + 70);
    assertThat(meanAt(HeadCt.LESION_SLICE, 95 - 64)).isLessThan(1024 + 45);
  }

  @Test
  void pixels_twoSlices_differ() {
    assertThat(HeadCt.pixels(7)).isNotEqualTo(HeadCt.pixels(8));
  }

  /** Around the middle of the lesion, or its mirror image. */
  private static double meanAt(int number, int column) {
    short[] pixels = HeadCt.pixels(number);
    double sum = 0;
    for (int row = 39; row <= 43; row++) {
      for (int side = -2; side <= 2; side++) {
        sum += pixels[row * HeadCt.SIZE + column + side];
      }
    }
    return sum / 25;
  }

  private static int[] toInts(short[] values) {
    int[] result = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }
}
