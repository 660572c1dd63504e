// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.testdata.LargeSeries;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The study of the program: native and compressed images, a report and a document. */
public final class ProgramStudy {
  private static final int COMPRESSED_FRAMES = 3;
  private static final int ITEM_HEADER = 8;

  private final StudyObject image = new StudyObject(TestStudies.ctSlices().get(0).bytes());
  private final StudyObject multiFrame = new StudyObject(TestStudies.multiFrame().bytes());
  private final StudyObject report = new StudyObject(TestStudies.structuredReport().bytes());
  private final StudyObject document = new StudyObject(TestStudies.encapsulatedPdf().bytes());
  private final StudyObject compressed = compressed(multiFrame);
  private final List<StudyObject> objects =
      Stream.concat(
              TestStudies.phantomStudy().stream().map(object -> new StudyObject(object.bytes())),
              Stream.of(compressed))
          .toList();

  /** All files of the study. */
  public List<byte[]> files() {
    return objects.stream().map(StudyObject::bytes).toList();
  }

  /** Files of two other studies, which the program must not meet. */
  public List<byte[]> bystanders() {
    ByteArrayOutputStream noise = new ByteArrayOutputStream();
    try {
      LargeSeries.instance(1, 32, 32).writeTo(noise);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(noise.toByteArray(), TestStudies.privateAndNested().bytes());
  }

  List<StudyObject> objects() {
    return objects;
  }

  /** A CT slice. */
  StudyObject image() {
    return image;
  }

  StudyObject multiFrame() {
    return multiFrame;
  }

  StudyObject report() {
    return report;
  }

  StudyObject document() {
    return document;
  }

  /** Three frames in JPEG Baseline, each in a fragment. */
  StudyObject compressed() {
    return compressed;
  }

  private static StudyObject compressed(StudyObject source) {
    List<byte[]> fragments = new ArrayList<>();
    ByteBuffer offsets =
        ByteBuffer.allocate(COMPRESSED_FRAMES * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int offset = 0;
    for (int frame = 1; frame <= COMPRESSED_FRAMES; frame++) {
      byte[] jpeg = jpeg(source, source.frame(frame));
      fragments.add(jpeg);
      offsets.putInt(offset);
      offset += ITEM_HEADER + jpeg.length;
    }
    fragments.add(0, offsets.array());
    Dataset dataset =
        source.dataset().toBuilder()
            .put(Tag.SOPInstanceUID, "2.25.165091352840198355920437116640017362081")
            .put(Tag.SeriesInstanceUID, "2.25.165091352840198355920437116640017362082")
            .put(Tag.SeriesNumber, "5")
            .put(Tag.NumberOfFrames, Integer.toString(COMPRESSED_FRAMES))
            .put(Tag.LossyImageCompression, "01")
            .put(Tag.LossyImageCompressionMethod, "ISO_10918_1")
            .put(FragmentsElement.of(Tag.PixelData, VR.OB, fragments))
            .build();
    return new StudyObject(
        Part10Writer.create().transferSyntax(TransferSyntax.JPEG_BASELINE).toBytes(dataset));
  }

  private static byte[] jpeg(StudyObject source, byte[] pixels) {
    int width = source.number(Tag.Columns);
    int height = source.number(Tag.Rows);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, width, height, pixels);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, "jpeg", out)) {
        throw new IllegalStateException("no writer of JPEG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return even(out.toByteArray());
  }

  /** A fill byte before the last marker, which JPEG allows: then no fragment needs padding. */
  private static byte[] even(byte[] jpeg) {
    if (jpeg.length % 2 == 0) {
      return jpeg;
    }
    byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 1);
    longer[jpeg.length - 2] = (byte) 0xFF;
    longer[jpeg.length - 1] = (byte) 0xFF;
    longer[jpeg.length] = (byte) 0xD9;
    return longer;
  }
}
