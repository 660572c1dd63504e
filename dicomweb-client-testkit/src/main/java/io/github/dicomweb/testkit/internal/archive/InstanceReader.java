// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes instances of files, which have to be whole. */
public final class InstanceReader {
  private static final int PREAMBLE = 128;
  private static final int LARGE_FILE = 8 << 20;
  private static final int LARGE_VALUE = 1 << 20;
  private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
  // what is read is in memory already: a value cannot be larger than its file
  private static final Part10Reader READER =
      Part10Reader.create()
          .limits(
              Limits.defaults()
                  .withInlineBytes(Integer.MAX_VALUE - 8)
                  .withTotalInlineBytes(Long.MAX_VALUE));

  private InstanceReader() {}

  /** Whether bytes begin as PS3.10 §7.1 demands: preamble and prefix. */
  public static boolean hasPrefix(byte[] bytes) {
    return bytes.length >= PREAMBLE + PREFIX.length
        && Arrays.equals(bytes, PREAMBLE, PREAMBLE + PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  /**
   * Reads a file.
   *
   * @param file the bytes, which are kept and must not change any more
   * @throws Refusal when it cannot be stored
   */
  public static StoredInstance toInstance(byte[] file) throws Refusal {
    if (!hasPrefix(file)) {
      throw new Refusal(Refusal.CANNOT_UNDERSTAND, "not a DICOM file", null, null);
    }
    Part10File content;
    try {
      content = file.length > LARGE_FILE ? readLarge(file) : read(file);
    } catch (DicomFormatException e) {
      throw damaged(file);
    }
    Dataset dataset = content.dataset();
    Map<String, FileRange> large = new HashMap<>();
    Optional<String> sopClass = dataset.string(Tag.SOPClassUID);
    Optional<String> instance = dataset.string(Tag.SOPInstanceUID);
    Optional<String> series = dataset.string(Tag.SeriesInstanceUID);
    Optional<String> study = dataset.string(Tag.StudyInstanceUID);
    if (sopClass.isEmpty() || instance.isEmpty() || series.isEmpty() || study.isEmpty()) {
      throw new Refusal(
          Refusal.PROCESSING_FAILURE,
          "an identifying attribute is missing",
          sopClass.orElse(null),
          instance.orElse(null));
    }
    return new StoredInstance(
        new InstanceIdentity(study.get(), series.get(), sopClass.get(), instance.get()),
        content.transferSyntax(),
        BulkData.refer(dataset, large),
        large,
        file);
  }

  static Part10File read(byte[] file) {
    return READER.read(file).orThrow();
  }

  /**
   * Leaves large values where they are. Only of a file on disk does the reader tell where that is;
   * for values in memory, three copies would be there at once.
   */
  private static Part10File readLarge(byte[] file) {
    try {
      Path copy = Files.createTempFile("dicomweb-testkit", ".dcm");
      try {
        Files.write(copy, file);
        return READER.referToValuesAbove(LARGE_VALUE).read(copy).orThrow();
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal damaged(byte[] file) {
    String message = "a damaged DICOM file";
    try {
      Part10Header header = Part10HeaderReader.read(new ByteArrayInputStream(file));
      return new Refusal(
          Refusal.CANNOT_UNDERSTAND,
          message,
          header.sopClassUid().orElse(null),
          header.sopInstanceUid().orElse(null));
    } catch (IOException | DicomFormatException e) {
      return new Refusal(Refusal.CANNOT_UNDERSTAND, message, null, null);
    }
  }
}
