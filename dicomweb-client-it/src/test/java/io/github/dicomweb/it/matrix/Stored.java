// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** What is stored, and what its files say of it. */
final class Stored {
  /** A study of one series and three instances, each in another transfer syntax. */
  static final List<TestObject> STUDY = TestStudies.secondStudy();

  /** One instance of it, in Explicit VR Little Endian. */
  static final TestObject ONE = TestStudies.privateAndNested();

  /** An instance of several frames. */
  static final TestObject FRAMES = TestStudies.multiFrame();

  /** A document. */
  static final TestObject DOCUMENT = TestStudies.encapsulatedPdf();

  /** Identifies the instance of compressed frames, its study and its series. */
  static final String COMPRESSED = "1.2.826.0.1.3680043.8.498.7";

  private static final int SIDE = 16;

  private Stored() {}

  /** All files. */
  static List<byte[]> files() {
    List<byte[]> files = new ArrayList<>();
    STUDY.forEach(object -> files.add(object.bytes()));
    files.add(FRAMES.bytes());
    files.add(DOCUMENT.bytes());
    files.add(compressed());
    return files;
  }

  /** The files of the study. */
  static List<ByteBuffer> study() {
    return STUDY.stream().map(object -> ByteBuffer.wrap(object.bytes())).toList();
  }

  private static Dataset dataset(TestObject object) {
    return Part10Reader.create().read(object.bytes()).dataset();
  }

  /** A value, in little endian byte order. */
  static byte[] value(TestObject object, int tag) {
    Element element = dataset(object).element(tag).orElseThrow();
    return ((BinaryElement) element).toByteArray();
  }

  /** The pixels of each instance of the study. */
  static List<ByteBuffer> pixels() {
    return STUDY.stream().map(object -> ByteBuffer.wrap(value(object, Tag.PixelData))).toList();
  }

  /** The document without padding. */
  static byte[] document() {
    int length = (int) dataset(DOCUMENT).longValue(Tag.EncapsulatedDocumentLength).orElseThrow();
    return Arrays.copyOf(value(DOCUMENT, Tag.EncapsulatedDocument), length);
  }

  /** Native frames, numbered from 1. */
  static List<ByteBuffer> frames(int... numbers) {
    byte[] pixels = value(FRAMES, Tag.PixelData);
    int length = pixels.length / dataset(FRAMES).intValue(Tag.NumberOfFrames).orElseThrow();
    return Arrays.stream(numbers)
        .mapToObj(n -> ByteBuffer.wrap(Arrays.copyOfRange(pixels, (n - 1) * length, n * length)))
        .toList();
  }

  /** Compressed frames, numbered from 1. */
  static List<ByteBuffer> codestreams(int... numbers) {
    return Arrays.stream(numbers).mapToObj(n -> ByteBuffer.wrap(codestream(n))).toList();
  }

  private static byte[] codestream(int number) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.getRaster().setSample(i % SIDE, i / SIDE, 0, (i * number) & 0xFF);
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "jpeg", jpeg)) {
        throw new IllegalStateException("the JDK has no encoder for JPEG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (jpeg.size() % 2 == 1) {
      jpeg.write(0);
    }
    return jpeg.toByteArray();
  }

  private static byte[] compressed() {
    DatasetBuilder image =
        Dataset.builder()
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7.2")
            .put(Tag.SOPInstanceUID, COMPRESSED)
            .put(Tag.StudyInstanceUID, COMPRESSED)
            .put(Tag.SeriesInstanceUID, COMPRESSED)
            .put(Tag.Modality, "OT")
            .put(Tag.PhotometricInterpretation, "MONOCHROME2")
            .put(Tag.NumberOfFrames, "2")
            .putInts(Tag.SamplesPerPixel, 1)
            .putInts(Tag.Rows, SIDE)
            .putInts(Tag.Columns, SIDE)
            .putInts(Tag.BitsAllocated, 8)
            .putInts(Tag.BitsStored, 8)
            .putInts(Tag.HighBit, 7)
            .putInts(Tag.PixelRepresentation, 0)
            .put(
                FragmentsElement.of(
                    Tag.PixelData, VR.OB, List.of(new byte[0], codestream(1), codestream(2))));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      Part10Writer.create().transferSyntax(TransferSyntax.JPEG_BASELINE).write(image.build(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
