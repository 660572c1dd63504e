// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A DICOM file (PS3.10 §7) that is made while it is read and never held, in Explicit VR Little
 * Endian.
 *
 * <p>Immutable: every stream gives the same octets, and several may be read at once.
 */
public final class LargeInstance {
  private final DataElements data;
  private final byte[] start;
  private final long pixelBytes;
  private final long seed;

  LargeInstance(DataElements data, long pixelBytes, long seed) {
    this.data = data;
    this.start =
        DicomFileWriter.fileBeforePixels(
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, data, pixelBytes);
    this.pixelBytes = pixelBytes;
    this.seed = seed;
  }

  /** The length of the whole file in octets. */
  public long length() {
    return start.length + pixelBytes;
  }

  /** Where in the file the Pixel Data begins, in octets. */
  public long pixelOffset() {
    return start.length;
  }

  /** SOP Class UID (0008,0016). */
  public String sopClassUid() {
    return data.ascii(Attr.SOPClassUID);
  }

  /** SOP Instance UID (0008,0018). */
  public String sopInstanceUid() {
    return data.ascii(Attr.SOPInstanceUID);
  }

  /** Study Instance UID (0020,000D). */
  public String studyInstanceUid() {
    return data.ascii(Attr.StudyInstanceUID);
  }

  /** Series Instance UID (0020,000E). */
  public String seriesInstanceUid() {
    return data.ascii(Attr.SeriesInstanceUID);
  }

  /** Transfer Syntax UID (0002,0010). */
  public String transferSyntaxUid() {
    return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
  }

  /** A new stream of the whole file; closing it has no effect. */
  public InputStream open() {
    return new GeneratedFile(start, pixelBytes, seed);
  }

  /**
   * Writes the whole file, in blocks of 64 KiB; the stream stays open.
   *
   * @throws IOException what the stream throws
   */
  public void writeTo(OutputStream out) throws IOException {
    byte[] block = new byte[GeneratedFile.BLOCK];
    try (InputStream in = open()) {
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        out.write(block, 0, count);
      }
    }
  }
}
