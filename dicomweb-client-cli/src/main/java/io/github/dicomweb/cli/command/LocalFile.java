// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.Notes;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local file: a DICOM file, DICOM JSON or the Native DICOM Model, whatever its name says.
 *
 * @param fileMeta the file meta information of a DICOM file
 * @param datasets the datasets, one unless it is JSON
 * @param transferSyntax the transfer syntax of a DICOM file, or null
 */
record LocalFile(
    @Nullable Dataset fileMeta, List<Dataset> datasets, @Nullable TransferSyntax transferSyntax) {
  private static final int BEGINNING = 512;

  /** Values that are larger stay in the file, and are referred to. */
  enum Large {
    READ,
    REFER
  }

  static LocalFile read(Path file, Large large) throws IOException {
    int first = firstCharacter(file);
    if (first == '[' || first == '{') {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
          DicomJsonReader reader = DicomJsonReader.from(in)) {
        List<Dataset> all = reader.readAll();
        tell(file, reader.warnings());
        return new LocalFile(null, all, null);
      }
    }
    if (first == '<') {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
          DicomXmlReader reader = DicomXmlReader.from(in)) {
        Dataset dataset = reader.read();
        tell(file, reader.warnings());
        return new LocalFile(null, List.of(dataset), null);
      }
    }
    Part10Reader reader = Part10Reader.create();
    Part10File read =
        (large == Large.READ ? reader : reader.referToBinaryValuesAbove(0)).read(file).orThrow();
    tell(file, read.warnings());
    return new LocalFile(read.fileMeta(), List.of(read.dataset()), read.transferSyntax());
  }

  private static void tell(Path file, List<Deviation> deviations) {
    for (Deviation deviation : deviations) {
      Notes.say(file + ": tolerated: " + deviation.description() + ", at " + deviation.location());
    }
  }

  /** The first character that is no blank, unless the file has a preamble or is none of text. */
  private static int firstCharacter(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(BEGINNING);
    }
    boolean preamble =
        bytes.length >= 132
            && bytes[128] == 'D'
            && bytes[129] == 'I'
            && bytes[130] == 'C'
            && bytes[131] == 'M';
    if (preamble) {
      return 0;
    }
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i] & 0xFF;
      boolean mark = i < 3 && (c == 0xEF || c == 0xBB || c == 0xBF || c == 0xFE || c == 0xFF);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && !mark) {
        return c;
      }
    }
    return 0;
  }
}
