// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.Frames;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Optional;

/**
 * The frames of an instance as images. Native pixels of 1 to 16 bits are read, and JPEG Baseline;
 * anything else is answered with 406.
 */
public final class ImageSource {
  private final StoredInstance instance;
  private final Dataset dataset;
  private final Frames frames;

  private ImageSource(StoredInstance instance, Frames frames) {
    this.instance = instance;
    this.dataset = instance.attributes();
    this.frames = frames;
  }

  /** The images of an instance, or 404 when it is none. */
  public static ImageSource of(StoredInstance instance) {
    return new ImageSource(instance, Frames.of(instance));
  }

  public static boolean isImage(StoredInstance instance) {
    return Frames.PIXEL_DATA.stream().anyMatch(instance.attributes()::contains);
  }

  /** Whether the pixels of an instance are in a form that is read here. */
  public static boolean isReadable(StoredInstance instance) {
    return instance.attributes().contains(Tag.PixelData)
        && (!instance.transferSyntax().isEncapsulated() || isJpeg(instance));
  }

  private static boolean isJpeg(StoredInstance instance) {
    return instance.transferSyntax().equals(TransferSyntax.JPEG_BASELINE);
  }

  public int count() {
    return frames.count();
  }

  public boolean isGrey() {
    return photometricInterpretation().startsWith("MONOCHROME");
  }

  private String photometricInterpretation() {
    return dataset.string(Tag.PhotometricInterpretation).orElse("MONOCHROME2");
  }

  /** A frame as it is to be seen. */
  BufferedImage image(int frame, Optional<Window> window) {
    requireReadable();
    if (isGrey()) {
      GreyFrame grey = grey(frame);
      return grey.toImage(
          window.or(() -> storedWindow(frame)).orElseGet(grey::fullWindow), polarity());
    }
    if (isJpeg(instance)) {
      return Jpeg.rgb(frames.frame(frame), photometricInterpretation());
    }
    return ColorPixels.toImage(
        instance, photometricInterpretation(), PixelReader.of(dataset, frames.frame(frame)));
  }

  private GreyFrame.Polarity polarity() {
    boolean inverse =
        photometricInterpretation().equals("MONOCHROME1")
            || dataset.string(Tag.PresentationLUTShape).filter("INVERSE"::equals).isPresent();
    return inverse ? GreyFrame.Polarity.INVERSE : GreyFrame.Polarity.NORMAL;
  }

  private Optional<Window> storedWindow(int frame) {
    return window(FrameGroups.of(dataset, frame, Tag.FrameVOILUTSequence));
  }

  /** The first window of a dataset that is one. */
  public static Optional<Window> window(Dataset dataset) {
    double center = dataset.doubleValue(Tag.WindowCenter).orElse(Double.NaN);
    double width = dataset.doubleValue(Tag.WindowWidth).orElse(Double.NaN);
    return width >= 1 && !Double.isNaN(center)
        ? Optional.of(
            new Window(
                center, width, Window.Function.ofAttribute(dataset.string(Tag.VOILUTFunction))))
        : Optional.empty();
  }

  /** A grey frame in the units of the modality. */
  GreyFrame grey(int frame) {
    requireReadable();
    Dataset units = FrameGroups.of(dataset, frame, Tag.PixelValueTransformationSequence);
    double slope = units.doubleValue(Tag.RescaleSlope).orElse(1);
    double intercept = units.doubleValue(Tag.RescaleIntercept).orElse(0);
    if (isJpeg(instance)) {
      Raster raster = Jpeg.grey(frames.frame(frame));
      float[] values = new float[raster.getWidth() * raster.getHeight()];
      raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, values);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] * slope + intercept);
      }
      return new GreyFrame(raster.getWidth(), raster.getHeight(), values);
    }
    PixelReader pixels = PixelReader.of(dataset, frames.frame(frame));
    float[] values = new float[pixels.width() * pixels.height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (pixels.stored(i) * slope + intercept);
    }
    return new GreyFrame(pixels.width(), pixels.height(), values);
  }

  private void requireReadable() {
    if (!isReadable(instance)) {
      throw HttpProblem.notAcceptable("The pixels cannot be decoded here.");
    }
  }
}
