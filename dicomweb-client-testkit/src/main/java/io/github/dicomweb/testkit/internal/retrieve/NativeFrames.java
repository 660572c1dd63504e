// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.testkit.internal.archive.BulkValue;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.nio.ByteBuffer;

/** Pixel data that is not compressed, frame by frame (PS3.5 §8.1.1). */
final class NativeFrames {
  private final ByteBuffer pixels;
  private final int count;
  private final int frameLength;

  private NativeFrames(ByteBuffer pixels, int count, int frameLength) {
    this.pixels = pixels;
    this.count = count;
    this.frameLength = frameLength;
  }

  static NativeFrames of(StoredInstance instance) {
    BulkValue pixels =
        instance.bulkValue(Tags.toHex(Tag.PixelData)).orElseThrow(HttpProblem::notFound);
    if (pixels.compressed()) {
      throw HttpProblem.notAcceptable("The frames are compressed and cannot be decoded here.");
    }
    Dataset dataset = instance.attributes();
    int count = dataset.intValue(Tag.NumberOfFrames).orElse(1);
    boolean halved =
        dataset.string(Tag.PhotometricInterpretation).filter("YBR_FULL_422"::equals).isPresent();
    long bits =
        (long) required(dataset, Tag.Rows)
            * required(dataset, Tag.Columns)
            * (halved ? 2 : dataset.intValue(Tag.SamplesPerPixel).orElse(1))
            * required(dataset, Tag.BitsAllocated);
    long frameLength = bits / 8;
    if (count < 1
        || frameLength < 1
        || (bits % 8 != 0 && count > 1)
        || frameLength > pixels.bytes().remaining() / count) {
      throw HttpProblem.notAcceptable("The pixel data cannot be split into frames.");
    }
    return new NativeFrames(
        pixels.bytes(), count, (int) (bits % 8 == 0 ? frameLength : frameLength + 1));
  }

  private static int required(Dataset dataset, int tag) {
    return dataset
        .intValue(tag)
        .orElseThrow(() -> HttpProblem.notAcceptable("The size of a frame is not known."));
  }

  ByteBuffer frame(int number) {
    if (number > count) {
      throw HttpProblem.notFound();
    }
    int from = pixels.position() + (number - 1) * frameLength;
    return pixels.duplicate().position(from).limit(from + frameLength).slice();
  }
}
