// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Makes a Secondary Capture Image Storage instance (PS3.3 §A.8.1) of a picture: grey of 8 or 16
 * bits where the picture is of that kind, otherwise RGB of 8 bits a colour. Pixels that are
 * transparent are laid over black. Immutable: each option gives a changed copy.
 *
 * <p>Needs the module {@code java.desktop} at run time, which is not among those that this library
 * requires of every user.
 */
public final class SecondaryCapture {
  /** Secondary Capture Image Storage. */
  public static final String SOP_CLASS_UID = "1.2.840.10008.5.1.4.1.1.7";

  private final Pixels pixels;
  private final Dataset study;

  private SecondaryCapture(Pixels pixels, Dataset study) {
    this.pixels = pixels;
    this.study = study;
  }

  /**
   * Takes a picture.
   *
   * @param image the picture; copied
   * @return a capture of a new study of nobody
   * @throws IllegalArgumentException if it has more than 65535 rows or columns, or more than 2 GB
   *     of pixels
   */
  @SuppressWarnings("exports") // who has a picture has java.desktop
  public static SecondaryCapture of(BufferedImage image) {
    return new SecondaryCapture(Pixels.of(image), Dataset.empty());
  }

  /**
   * Says which patient and study the picture belongs to.
   *
   * @param instanceOrStudy an instance or a search result, of which the attributes of patient and
   *     study are taken
   * @return a changed copy
   */
  public SecondaryCapture inStudyOf(Dataset instanceOrStudy) {
    return new SecondaryCapture(pixels, instanceOrStudy);
  }

  /**
   * Makes the instance, with a new SOP Instance UID and a new series at each call, and the date and
   * time in the time zone of the system. Modality is {@code OT}, Conversion Type {@code WSD};
   * Burned In Annotation (0028,0301) is {@code YES}, as nobody looked. What is known better is put
   * over it with {@link Dataset#toBuilder()}.
   *
   * @return the dataset
   */
  public Dataset toDataset() {
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
    DatasetBuilder builder =
        CommonModules.start(study, SOP_CLASS_UID, "OT", now)
            .put(Tag.ConversionType, "WSD")
            .put(Tag.DateOfSecondaryCapture, CommonModules.date(now))
            .put(Tag.TimeOfSecondaryCapture, CommonModules.time(now))
            .put(Tag.ImageType, "DERIVED", "SECONDARY")
            .put(Tag.PatientOrientation)
            // whether the body part is one of a pair is not known
            .put(Tag.Laterality)
            .put(Tag.BurnedInAnnotation, "YES")
            .putInts(Tag.SamplesPerPixel, pixels.samples())
            .put(Tag.PhotometricInterpretation, pixels.samples() == 3 ? "RGB" : "MONOCHROME2")
            .putInts(Tag.Rows, pixels.rows())
            .putInts(Tag.Columns, pixels.columns())
            .putInts(Tag.BitsAllocated, pixels.bits())
            .putInts(Tag.BitsStored, pixels.bits())
            .putInts(Tag.HighBit, pixels.bits() - 1)
            .putInts(Tag.PixelRepresentation, 0)
            .putBinary(Tag.PixelData, pixels.bits() == 8 ? VR.OB : VR.OW, pixels.bytes());
    if (pixels.samples() == 3) {
      builder.putInts(Tag.PlanarConfiguration, 0);
    }
    return builder.build();
  }
}
