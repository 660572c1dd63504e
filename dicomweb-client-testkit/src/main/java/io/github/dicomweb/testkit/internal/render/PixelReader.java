// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** Takes samples out of the cells of a native frame (PS3.5 §8.1.1). */
final class PixelReader {
  private static final Set<Integer> ALLOCATED = Set.of(1, 8, 16, 32);

  private final ByteBuffer cells;
  private final int width;
  private final int height;
  private final int samples;
  private final int allocated;
  private final int shift;
  private final int stored;
  private final boolean signed;
  private final boolean byPlane;

  private PixelReader(Dataset dataset, ByteBuffer cells) {
    this.cells = cells.slice().order(ByteOrder.LITTLE_ENDIAN);
    width = dataset.intValue(Tag.Columns).orElse(0);
    height = dataset.intValue(Tag.Rows).orElse(0);
    samples = dataset.intValue(Tag.SamplesPerPixel).orElse(1);
    allocated = dataset.intValue(Tag.BitsAllocated).orElse(0);
    stored = dataset.intValue(Tag.BitsStored).orElse(allocated);
    shift = dataset.intValue(Tag.HighBit).orElse(stored - 1) + 1 - stored;
    signed = dataset.intValue(Tag.PixelRepresentation).orElse(0) == 1;
    byPlane = dataset.intValue(Tag.PlanarConfiguration).orElse(0) == 1;
  }

  /** A reader, or 406 for cells that are not read here. */
  static PixelReader of(Dataset dataset, ByteBuffer cells) {
    PixelReader reader = new PixelReader(dataset, cells);
    if (!ALLOCATED.contains(reader.allocated)
        || reader.stored < 1
        || reader.shift < 0
        || reader.shift + reader.stored > reader.allocated) {
      throw HttpProblem.notAcceptable("Pixels in cells of this size are not decoded here.");
    }
    return reader;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int bitsStored() {
    return stored;
  }

  /** The only sample of a pixel. */
  long stored(int pixel) {
    long cell =
        switch (allocated) {
          case 1 -> cells.get(pixel / 8) >> (pixel % 8);
          case 8 -> cells.get(pixel);
          case 16 -> cells.getShort(pixel * 2);
          default -> cells.getInt(pixel * 4);
        };
    long bits = (cell >> shift) & ((1L << stored) - 1);
    boolean negative = signed && (bits & 1L << (stored - 1)) != 0;
    return negative ? bits - (1L << stored) : bits;
  }

  /** One sample of a pixel of several. */
  int stored(int pixel, int sample) {
    return (int) stored(byPlane ? sample * width * height + pixel : pixel * samples + sample);
  }
}
