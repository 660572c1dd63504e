// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.testkit.internal.archive.BulkValue;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The colours of pixel values (PS3.3 §C.7.6.3.1.5), of which the first 8 bits are used. */
final class Palette {
  private final int first;
  private final int[] colors;

  private Palette(int first, int[] colors) {
    this.first = first;
    this.colors = colors;
  }

  static Palette of(StoredInstance instance) {
    Dataset dataset = instance.attributes();
    double[] descriptor = dataset.doubleValues(Tag.RedPaletteColorLookupTableDescriptor);
    if (descriptor.length != 3) {
      throw unreadable();
    }
    int count = descriptor[0] == 0 ? 1 << 16 : (int) descriptor[0] & 0xFFFF;
    int[] red = table(instance, Tag.RedPaletteColorLookupTableData, count);
    int[] green = table(instance, Tag.GreenPaletteColorLookupTableData, count);
    int[] blue = table(instance, Tag.BluePaletteColorLookupTableData, count);
    // the tables may claim 16 bits and use 8 of them
    int most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, Math.max(red[i], Math.max(green[i], blue[i])));
    }
    int down = most > 255 ? 8 : 0;
    int[] colors = new int[count];
    for (int i = 0; i < count; i++) {
      colors[i] = ColorPixels.rgb(red[i] >> down, green[i] >> down, blue[i] >> down);
    }
    return new Palette((int) descriptor[1], colors);
  }

  private static int[] table(StoredInstance instance, int tag, int count) {
    ByteBuffer bytes =
        instance
            .bulkValue(Tags.toHex(tag))
            .map(BulkValue::bytes)
            .orElseThrow(Palette::unreadable)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    int size = bytes.remaining() / count;
    if (size < 1) {
      throw unreadable();
    }
    int[] table = new int[count];
    for (int i = 0; i < count; i++) {
      table[i] = size == 1 ? bytes.get(i) & 0xFF : bytes.getShort(2 * i) & 0xFFFF;
    }
    return table;
  }

  private static HttpProblem unreadable() {
    return HttpProblem.notAcceptable("The palette cannot be read here.");
  }

  /** What is below or above the table has the colour of its end. */
  int color(int value) {
    return colors[Math.max(0, Math.min(colors.length - 1, value - first))];
  }
}
