// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.Part10Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Small images of any kind, for what the test studies have none of. */
final class Images {
  static final String STUDY = "1.2.826.0.1.3680043.8.498.1";
  static final String SERIES = STUDY + ".1";
  static final String INSTANCE = SERIES + ".1";
  static final String PATH = "/studies/" + STUDY + "/series/" + SERIES + "/instances/" + INSTANCE;

  private Images() {}

  /** A grey image of 8 bits without pixels. */
  static DatasetBuilder grey(int rows, int columns) {
    return Dataset.builder()
        .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7.2")
        .put(Tag.SOPInstanceUID, INSTANCE)
        .put(Tag.StudyInstanceUID, STUDY)
        .put(Tag.SeriesInstanceUID, SERIES)
        .put(Tag.Modality, "OT")
        .put(Tag.PhotometricInterpretation, "MONOCHROME2")
        .putInts(Tag.SamplesPerPixel, 1)
        .putInts(Tag.Rows, rows)
        .putInts(Tag.Columns, columns)
        .putInts(Tag.BitsAllocated, 8)
        .putInts(Tag.BitsStored, 8)
        .putInts(Tag.HighBit, 7)
        .putInts(Tag.PixelRepresentation, 0);
  }

  static byte[] nativeFile(DatasetBuilder image, byte[] pixels) {
    return Part10Writer.create().toBytes(image.putBinary(Tag.PixelData, VR.OB, pixels).build());
  }

  /** A file of fragments, the first of them the basic offset table. */
  static byte[] file(DatasetBuilder image, TransferSyntax syntax, List<byte[]> fragments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Part10Writer.create()
          .transferSyntax(syntax)
          .write(image.put(FragmentsElement.of(Tag.PixelData, VR.OB, fragments)).build(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] ints(int... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  static byte[] longs(long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  static byte[] shorts(int... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static List<byte[]> fragments(byte[]... fragments) {
    return new ArrayList<>(List.of(fragments));
  }
}
