// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.util.List;
import java.util.Locale;

/** Three small radiographs of a hand, each with fingers further apart and another encoding. */
final class HandRadiographs {
  static final int SIZE = 48;

  /** Bone ends of each finger as parts of its length; the thumb comes last. */
  private static final List<Double> JOINTS = List.of(0.0, 0.42, 0.7, 0.86, 1.0);

  private static final double[] LENGTHS = {22, 27, 29, 27, 19};
  private static final double[] ROOTS = {-8, -4, 0.5, 5, 9};
  private static final double[] DIRECTIONS = {-22, -8, 1, 10, 46};

  private HandRadiographs() {}

  static DataElements object(int number) {
    DataElements image =
        Subject.secondStudy(Uids.COMPUTED_RADIOGRAPHY_IMAGE_STORAGE, "second/cr/" + number)
            .set(Attr.ImageType, "ORIGINAL", "PRIMARY")
            .set(Attr.AcquisitionDate, "20260115")
            .set(Attr.AcquisitionTime, String.format(Locale.ROOT, "0846%02d", number))
            .set(Attr.BodyPartExamined, "HAND")
            .set(Attr.ViewPosition, "PA")
            .set(Attr.Laterality, "L")
            .sequence(Attr.AnatomicRegionSequence, Subject.code("85562004", "SCT", "Hand"))
            .set(Attr.KVP, "50.5")
            .set(Attr.ImagerPixelSpacing, "4.0", "4.0")
            .set(Attr.InstanceNumber, number)
            .empty(Attr.PatientOrientation)
            .set(Attr.ImageComments, "Künstlich: keine Person")
            .set(Attr.BurnedInAnnotation, "YES")
            .set(Attr.LossyImageCompression, "00")
            .set(Attr.WindowCenter, 2048)
            .set(Attr.WindowWidth, 4096);
    Subject.series(image, "second/cr", 1, "CR", "Hand p.a., gespreizt");
    Subject.greyPixels(image, SIZE, SIZE, 16);
    request(image);
    if (number == 1) {
      extend(image);
    }
    return image.pixels(pixels(number));
  }

  /** Of the series, so the same in every object; of undefined length in each encoding. */
  private static void request(DataElements image) {
    image.sequenceOfUndefinedLength(
        Attr.RequestAttributesSequence.tag(),
        new DataElements()
            .set(Attr.RequestedProcedureID, "RP1")
            .set(Attr.ScheduledProcedureStepID, "SPS1")
            .set(Attr.ScheduledProcedureStepDescription, "Röntgen Hand")
            .sequenceOfUndefinedLength(
                Attr.ScheduledProtocolCodeSequence.tag(),
                Subject.code("HAND-PA", "99DICOMWEB", "Hand p.a. größer"),
                Subject.code("HAND-2", "99DICOMWEB", "zweite Größe")));
  }

  /** Private attributes, sequences and an empty item among them, for readers that stumble. */
  private static void extend(DataElements image) {
    image
        .text(0x00290010, "LO", TestStudies.PRIVATE_CREATOR)
        .text(0x00291001, "LO", "privat: Übung")
        .bytes(0x00291002, "OB", new byte[] {1, 2, 3, 4, 5})
        .sequenceOfUndefinedLength(
            0x00291003,
            new DataElements()
                .text(0x00290010, "LO", TestStudies.PRIVATE_CREATOR)
                .sequenceOfUndefinedLength(0x00291003)
                .text(0x00291004, "UT", "in the item"),
            new DataElements())
        .bytes(0x00291005, "UN", new byte[] {(byte) 0xCA, (byte) 0xFE});
  }

  private static short[] pixels(int number) {
    Noise noise = new Noise(1000 + number);
    short[] stored = new short[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        double sum = 0;
        for (int sample = 0; sample < 4; sample++) {
          double x = column - 23.5 + (sample & 1) * 0.5 - 0.25;
          double y = row - 34 + (sample >> 1) * 0.5 - 0.25;
          sum += density(x, y, 0.55 + 0.3 * (number - 1));
        }
        stored[row * SIZE + column] = (short) Math.round(sum / 4 + 25 * noise.normal() + 150);
      }
    }
    PixelFont.Pen white = (row, column) -> stored[row * SIZE + column] = 4000;
    PixelFont.draw(Integer.toString(number), 2, 2, white);
    PixelFont.draw("L", 39, 2, white);
    return stored;
  }

  private static double density(double x, double y, double spread) {
    double flesh = capsule(x, y, 0, 9, 0, 16) - 7;
    flesh = Math.min(flesh, capsule(x, y, -5, 1, 5, 1) - 6);
    flesh = Math.min(flesh, capsule(x, y, -4, 6, 4, 6) - 5);
    double bone = Math.min(capsule(x, y, -3, 9, -4, 16), capsule(x, y, 3.5, 9, 4, 16)) - 2;
    bone = Math.min(bone, capsule(x, y, -3, 6, 4, 6) - 2);
    for (int finger = 0; finger < LENGTHS.length; finger++) {
      double angle = StrictMath.toRadians(DIRECTIONS[finger] * spread);
      double dx = StrictMath.sin(angle) * LENGTHS[finger];
      double dy = -StrictMath.cos(angle) * LENGTHS[finger];
      double x0 = ROOTS[finger] * 0.5;
      flesh = Math.min(flesh, capsule(x, y, x0, 4, x0 + dx, 4 + dy) - 2.6);
      for (int joint = 1; joint < JOINTS.size(); joint++) {
        double from = JOINTS.get(joint - 1) + 0.045;
        double to = JOINTS.get(joint) - 0.045;
        bone =
            Math.min(
                bone, capsule(x, y, x0 + dx * from, 4 + dy * from, x0 + dx * to, 4 + dy * to) - 1);
      }
    }
    return (flesh < 0 ? 900 : 0) + (bone < 0 ? 1900 : 0);
  }

  /** The distance from a point to a line segment. */
  private static double capsule(double x, double y, double x0, double y0, double x1, double y1) {
    double along =
        ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0))
            / ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    double t = Math.max(0, Math.min(1, along));
    double dx = x - x0 - t * (x1 - x0);
    double dy = y - y0 - t * (y1 - y0);
    return Math.sqrt(dx * dx + dy * dy);
  }
}
