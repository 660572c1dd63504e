// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.util.Locale;

/** The series of CT slices through {@link HeadPhantom}. */
final class HeadCt {
  static final int SLICES = 20;
  static final int LESION_SLICE = 13;
  static final int SIZE = 96;

  private static final double SPACING = 2.2;
  private static final int STEP = 7;
  private static final int LOWEST = -56;
  private static final int SAMPLES = 3;

  private HeadCt() {}

  /**
   * One slice.
   *
   * @param number from 1, the lowest, to {@link #SLICES}
   */
  static DataElements slice(int number) {
    int z = LOWEST + (number - 1) * STEP;
    DataElements image =
        Subject.phantomStudy(Uids.CT_IMAGE_STORAGE, "phantom/ct/" + number)
            .set(Attr.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
            .set(Attr.AcquisitionDate, "20260115")
            .set(Attr.AcquisitionTime, String.format(Locale.ROOT, "1015%02d.500000", number))
            .set(Attr.BodyPartExamined, "HEAD")
            .set(Attr.ProtocolName, "頭部 axial")
            .set(Attr.KVP, 120)
            .set(Attr.CTDIvol, 41.5)
            .sequence(
                Attr.CTDIPhantomTypeCodeSequence,
                Subject.code("113690", "DCM", "IEC Head Dosimetry Phantom"))
            .set(Attr.SliceThickness, STEP)
            .set(Attr.SpacingBetweenSlices, STEP)
            .set(Attr.PatientPosition, "HFS")
            .set(Attr.AcquisitionNumber, 1)
            .set(Attr.InstanceNumber, number)
            .set(Attr.PatientOrientation, "L", "P")
            .set(Attr.ImagePositionPatient, "-104.5", "-104.5", Integer.toString(z))
            .set(Attr.ImageOrientationPatient, "1", "0", "0", "0", "1", "0")
            .set(Attr.FrameOfReferenceUID, Uids.of("phantom/frame-of-reference"))
            .empty(Attr.PositionReferenceIndicator)
            .set(Attr.SliceLocation, z)
            .set(Attr.PixelSpacing, "2.2", "2.2")
            .set(Attr.BurnedInAnnotation, "YES")
            .set(Attr.LossyImageCompression, "00")
            .set(Attr.RescaleIntercept, -1024)
            .set(Attr.RescaleSlope, 1)
            .set(Attr.RescaleType, "HU")
            .set(Attr.WindowCenter, "38", "400")
            .set(Attr.WindowWidth, "90", "2000")
            .set(Attr.WindowCenterWidthExplanation, "脳 brain", "骨 bone");
    Subject.series(image, "phantom/ct", 1, "CT", "頭部CT 7 mm");
    Subject.greyPixels(image, SIZE, SIZE, 16);
    return image.pixels(pixels(number));
  }

  /** Stored values, which are Hounsfield units plus 1024. */
  static short[] pixels(int number) {
    double z = LOWEST + (number - 1) * STEP;
    Noise noise = new Noise(number);
    short[] stored = new short[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        double value = mean(row, column, z) + 1024 + 2.2 * noise.normal();
        stored[row * SIZE + column] = (short) Math.max(0, Math.min(4095, Math.round(value)));
      }
    }
    PixelFont.Pen white = (row, column) -> stored[row * SIZE + column] = 2024;
    PixelFont.draw(String.format(Locale.ROOT, "%02d", number), 2, 2, white);
    PixelFont.draw("L", 2, SIZE - 7, white);
    return stored;
  }

  private static double mean(int row, int column, double z) {
    double sum = 0;
    for (int v = 0; v < SAMPLES; v++) {
      for (int u = 0; u < SAMPLES; u++) {
        double x = (column - (SIZE - 1) / 2.0 + (u + 0.5) / SAMPLES - 0.5) * SPACING;
        double y = (row - (SIZE - 1) / 2.0 + (v + 0.5) / SAMPLES - 0.5) * SPACING;
        sum += HeadPhantom.hounsfield(x, y, z);
      }
    }
    return sum / (SAMPLES * SAMPLES);
  }
}
