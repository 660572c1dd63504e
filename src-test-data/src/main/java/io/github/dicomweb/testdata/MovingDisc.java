// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

/**
 * A multi-frame object: a disc that goes round once, with the number of the frame in the middle.
 */
final class MovingDisc {
  static final int FRAMES = 8;
  static final int SIZE = 64;

  private MovingDisc() {}

  static DataElements object() {
    DataElements image =
        Subject.phantomStudy(
                Uids.MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE, "phantom/multi-frame/1")
            .set(Attr.ImageType, "DERIVED", "SECONDARY")
            .set(Attr.ConversionType, "SYN")
            .set(Attr.InstanceNumber, 1)
            .empty(Attr.PatientOrientation)
            .empty(Attr.Laterality)
            .set(Attr.FrameTime, 125)
            .set(Attr.FrameIncrementPointer, Attr.FrameTime)
            .set(Attr.NumberOfFrames, FRAMES)
            .set(Attr.BurnedInAnnotation, "NO")
            .set(Attr.LossyImageCompression, "00")
            .set(Attr.RescaleIntercept, 0)
            .set(Attr.RescaleSlope, 1)
            .set(Attr.RescaleType, "US")
            .set(Attr.PresentationLUTShape, "IDENTITY");
    Subject.series(image, "phantom/multi-frame", 2, "OT", "動く円 moving disc");
    Subject.greyPixels(image, SIZE, SIZE, 8);
    return image.pixels(pixels());
  }

  private static byte[] pixels() {
    byte[] all = new byte[FRAMES * SIZE * SIZE];
    for (int frame = 0; frame < FRAMES; frame++) {
      double angle = 2 * StrictMath.PI * frame / FRAMES;
      double cx = 31.5 + 20 * StrictMath.sin(angle);
      double cy = 31.5 - 20 * StrictMath.cos(angle);
      int start = frame * SIZE * SIZE;
      for (int row = 0; row < SIZE; row++) {
        for (int column = 0; column < SIZE; column++) {
          double x = column - cx;
          double y = row - cy;
          // one pixel of soft edge
          double inside = Math.max(0, Math.min(1, 9.5 - Math.sqrt(x * x + y * y)));
          double background = 16 + row / 2.0;
          all[start + row * SIZE + column] =
              (byte) Math.round(background + (235 - background) * inside);
        }
      }
      PixelFont.draw(
          Integer.toString(frame + 1),
          28,
          29,
          (row, column) -> all[start + row * SIZE + column] = (byte) 160);
    }
    return all;
  }
}
