// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.frames;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.nio.ByteBuffer;

/** Pixel data that is not compressed, frame by frame (PS3.5 §8.1.1). */
final class NativeFrames implements Frames {
  private final ByteBuffer pixels;
  private final int count;
  private final long frameBits;

  private NativeFrames(ByteBuffer pixels, int count, long frameBits) {
    this.pixels = pixels;
    this.count = count;
    this.frameBits = frameBits;
  }

  static NativeFrames of(StoredInstance instance, int tag) {
    ByteBuffer pixels =
        instance.bulkValue(Tags.toHex(tag)).orElseThrow(HttpProblem::notFound).bytes();
    Dataset dataset = instance.attributes();
    int count = dataset.intValue(Tag.NumberOfFrames).orElse(1);
    boolean halved =
        dataset.string(Tag.PhotometricInterpretation).filter("YBR_FULL_422"::equals).isPresent();
    long bits =
        (long) required(dataset, Tag.Rows)
            * required(dataset, Tag.Columns)
            * (halved ? 2 : dataset.intValue(Tag.SamplesPerPixel).orElse(1))
            * required(dataset, Tag.BitsAllocated);
    if (count < 1 || bits < 1 || bits > pixels.remaining() * 8L / count) {
      throw HttpProblem.notAcceptable("The pixel data cannot be split into frames.");
    }
    return new NativeFrames(pixels, count, bits);
  }

  private static int required(Dataset dataset, int tag) {
    return dataset
        .intValue(tag)
        .orElseThrow(() -> HttpProblem.notAcceptable("The size of a frame is not known."));
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public TransferSyntax transferSyntax() {
    return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
  }

  @Override
  public ByteBuffer frame(int number) {
    if (number > count) {
      throw HttpProblem.notFound();
    }
    long firstBit = (number - 1) * frameBits;
    int from = pixels.position() + (int) (firstBit / 8);
    int length = (int) ((frameBits + 7) / 8);
    return firstBit % 8 == 0 && (frameBits % 8 == 0 || number == count)
        ? pixels.duplicate().position(from).limit(from + length).slice()
        : shifted(from, (int) (firstBit % 8), length);
  }

  /** Frames of single bits follow each other without a gap (PS3.5 §8.1.1): this one is moved. */
  private ByteBuffer shifted(int from, int shift, int length) {
    byte[] frame = new byte[length];
    for (int i = 0; i < length; i++) {
      int low = pixels.get(from + i) & 0xFF;
      int high = from + i + 1 < pixels.limit() ? pixels.get(from + i + 1) & 0xFF : 0;
      frame[i] = (byte) ((low | high << 8) >> shift);
    }
    int used = (int) (frameBits % 8);
    if (used != 0) {
      frame[length - 1] &= (byte) ((1 << used) - 1);
    }
    return ByteBuffer.wrap(frame).asReadOnlyBuffer();
  }
}
