// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a DICOM file what identifies it, and as little else as can be. Any thread may use it.
 */
public final class Part10HeaderReader {
  private static final int LONGEST_UID = 256;
  private static final ReadOptions OPTIONS =
      ReadOptions.DEFAULT
          .withTolerance(ReadOptions.Tolerance.DEVIATIONS)
          .withStopBefore(Tag.SeriesInstanceUID + 1)
          .withLarge(LONGEST_UID, ReadOptions.Large.LEAVE_OUT)
          .withWanted(
              tag ->
                  tag == Tag.SOPClassUID
                      || tag == Tag.SOPInstanceUID
                      || tag == Tag.StudyInstanceUID
                      || tag == Tag.SeriesInstanceUID);

  private Part10HeaderReader() {}

  /**
   * Reads the header of a file.
   *
   * @param file the file
   * @return its identifiers
   * @throws IOException if reading fails
   * @throws DicomFormatException if it is not a DICOM file, or damaged before Series Instance UID
   */
  public static Part10Header read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /**
   * Reads the header at the beginning of a stream.
   *
   * @param in the stream, which is not closed; some kilobytes more than the header may be consumed
   * @return its identifiers
   * @throws IOException if reading fails
   * @throws DicomFormatException if it is not a DICOM file, or damaged before Series Instance UID
   */
  public static Part10Header read(InputStream in) throws IOException {
    ByteSource source = new ByteSource(in, ByteSource.UNKNOWN, null);
    Part10File file = new FileParser(source, OPTIONS).read();
    Dataset dataset = file.dataset();
    Dataset meta = file.fileMeta();
    return new Part10Header(
        first(dataset, Tag.SOPClassUID, meta, Tag.MediaStorageSOPClassUID),
        first(dataset, Tag.SOPInstanceUID, meta, Tag.MediaStorageSOPInstanceUID),
        dataset.string(Tag.StudyInstanceUID).orElse(null),
        dataset.string(Tag.SeriesInstanceUID).orElse(null),
        meta.string(Tag.TransferSyntaxUID).orElse(null));
  }

  private static @Nullable String first(Dataset dataset, int tag, Dataset meta, int metaTag) {
    return dataset.string(tag).or(() -> meta.string(metaTag)).orElse(null);
  }

  /**
   * Whether a file begins as a DICOM file does: with the preamble and prefix of PS3.10 §7.1, or
   * with an attribute where older files begin.
   *
   * @param file the file
   * @return false for anything else, an empty file among it
   * @throws IOException if reading fails
   */
  public static boolean isDicom(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FileParser.begin(new ByteSource(in, ByteSource.UNKNOWN, null));
    }
  }
}
