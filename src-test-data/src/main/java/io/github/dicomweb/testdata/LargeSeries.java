// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Objects of any size for tests of speed and memory, the same every time, made while they are
 * written.
 *
 * <p>They belong to one study of their own. The pixels are noise, so that nothing compresses them.
 */
public final class LargeSeries {
  /** Patient's Name of every instance. */
  public static final String PATIENT_NAME = "Load^Test";

  /** Patient ID of every instance. */
  public static final String PATIENT_ID = "LOAD-1";

  private static final int HUGE_SIDE = 1024;
  private static final long HUGE_FRAME = 2L * HUGE_SIDE * HUGE_SIDE;
  private static final long LONGEST_VALUE = 0xFFFFFFFEL;

  private LargeSeries() {}

  /**
   * One CT image of a series; instances of one size are in one series.
   *
   * @param number Instance Number, from 1 to 9999; it decides the UID, the position and the pixels
   * @param rows from 1 to 65535
   * @param columns from 1 to 65535
   * @throws IllegalArgumentException when a number is out of range, or the pixels need 4 GiB
   */
  public static LargeInstance instance(int number, int rows, int columns) {
    if (number < 1 || number > 9999) {
      throw new IllegalArgumentException("number not from 1 to 9999");
    }
    if (rows < 1 || rows > 0xFFFF || columns < 1 || columns > 0xFFFF) {
      throw new IllegalArgumentException("rows or columns not from 1 to 65535");
    }
    String series = String.format(Locale.ROOT, "large/%dx%d", rows, columns);
    DataElements image =
        common(Uids.CT_IMAGE_STORAGE, series + "/" + number)
            .set(Attr.ImageType, "DERIVED", "PRIMARY", "AXIAL")
            .set(Attr.BodyPartExamined, "HEAD")
            .empty(Attr.KVP)
            .set(Attr.SliceThickness, 1)
            .empty(Attr.AcquisitionNumber)
            .set(Attr.InstanceNumber, number)
            .set(Attr.PatientPosition, "HFS")
            .set(Attr.ImagePositionPatient, "0", "0", Integer.toString(number))
            .set(Attr.ImageOrientationPatient, "1", "0", "0", "0", "1", "0")
            .set(Attr.FrameOfReferenceUID, Uids.of(series + "/frame-of-reference"))
            .empty(Attr.PositionReferenceIndicator)
            .set(Attr.PixelSpacing, "0.5", "0.5")
            .set(Attr.RescaleIntercept, -1024)
            .set(Attr.RescaleSlope, 1)
            .set(Attr.RescaleType, "HU");
    Subject.series(
        image, series, 1, "CT", String.format(Locale.ROOT, "Noise %d x %d", rows, columns));
    Subject.greyPixels(image, rows, columns, 16);
    return checked(image, 2L * rows * columns, number);
  }

  /**
   * One multi-frame object of 1024 rows and columns in 16 bits: 2 MiB a frame.
   *
   * @param approxBytes the size wanted, in octets; it is rounded to whole frames, at least one
   * @throws IllegalArgumentException when it is negative or the pixels need 4 GiB, which no value
   *     of defined length can hold (PS3.5 §7.1)
   */
  public static LargeInstance huge(long approxBytes) {
    if (approxBytes < 0 || approxBytes > LONGEST_VALUE) {
      throw new IllegalArgumentException("size out of range");
    }
    long frames = Math.max(1, (approxBytes + HUGE_FRAME / 2) / HUGE_FRAME);
    String name = "large/frames-" + frames;
    DataElements image =
        common(Uids.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE, name + "/1")
            .set(Attr.ImageType, "DERIVED", "SECONDARY")
            .set(Attr.ConversionType, "SYN")
            .set(Attr.InstanceNumber, 1)
            .empty(Attr.PatientOrientation)
            .empty(Attr.Laterality)
            .set(Attr.FrameTime, 40)
            .set(Attr.FrameIncrementPointer, Attr.FrameTime)
            .set(Attr.NumberOfFrames, (int) frames)
            .set(Attr.BurnedInAnnotation, "NO")
            .set(Attr.RescaleIntercept, 0)
            .set(Attr.RescaleSlope, 1)
            .set(Attr.RescaleType, "US")
            .set(Attr.PresentationLUTShape, "IDENTITY");
    Subject.series(image, name, 2, "OT", String.format(Locale.ROOT, "Noise in %d frames", frames));
    Subject.greyPixels(image, HUGE_SIDE, HUGE_SIDE, 16);
    return checked(image, frames * HUGE_FRAME, -frames);
  }

  /**
   * Writes a series as files for tests of whole processes: {@code LargeSeries DIR COUNT ROWS
   * COLUMNS}.
   *
   * @param args the directory, which is made when it does not exist, and three numbers
   * @throws IOException when a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      throw new IllegalArgumentException("usage: LargeSeries DIR COUNT ROWS COLUMNS");
    }
    Path dir = Files.createDirectories(Path.of(args[0]));
    int count = Integer.parseInt(args[1]);
    for (int number = 1; number <= count; number++) {
      LargeInstance instance =
          instance(number, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      Path file = dir.resolve(String.format(Locale.ROOT, "ct-%04d.dcm", number));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        instance.writeTo(out);
      }
    }
  }

  private static LargeInstance checked(DataElements image, long pixelBytes, long seed) {
    if (pixelBytes > LONGEST_VALUE) {
      throw new IllegalArgumentException("the pixels need 4 GiB or more");
    }
    return new LargeInstance(image, pixelBytes, seed);
  }

  private static DataElements common(String sopClass, String name) {
    return Subject.loadStudy(sopClass, name)
        .set(Attr.PatientName, PATIENT_NAME)
        .set(Attr.PatientID, PATIENT_ID);
  }
}
