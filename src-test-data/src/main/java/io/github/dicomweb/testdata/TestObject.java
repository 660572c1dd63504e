// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One committed DICOM file (PS3.10 §7) and what it is.
 *
 * @param fileName relative, with {@code /} between its parts, such as {@code
 *     phantom/1-ct/ct-01.dcm}
 * @param sopClassUid SOP Class UID (0008,0016)
 * @param sopInstanceUid SOP Instance UID (0008,0018)
 * @param studyInstanceUid Study Instance UID (0020,000D)
 * @param seriesInstanceUid Series Instance UID (0020,000E)
 * @param transferSyntaxUid Transfer Syntax UID (0002,0010)
 */
public record TestObject(
    String fileName,
    String sopClassUid,
    String sopInstanceUid,
    String studyInstanceUid,
    String seriesInstanceUid,
    String transferSyntaxUid) {

  /**
   * Reads the whole file, preamble and File Meta Information included.
   *
   * @throws UncheckedIOException when the file is not on the class path
   */
  public byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens the file; the caller closes the stream.
   *
   * @throws IOException when the file is not on the class path
   */
  public InputStream open() throws IOException {
    InputStream in = TestObject.class.getResourceAsStream(fileName);
    if (in == null) {
      throw new FileNotFoundException("no resource " + fileName);
    }
    return in;
  }

  /**
   * Copies the file to {@link #fileName} below a directory, over what is there.
   *
   * @return where the file is now
   * @throws IOException when the file cannot be read or written
   */
  public Path copyTo(Path dir) throws IOException {
    Path file = dir.resolve(fileName);
    Files.createDirectories(file.resolveSibling("."));
    try (InputStream in = open()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  /** The file name alone: UIDs do not belong in logs. */
  @Override
  public String toString() {
    return "TestObject[" + fileName + "]";
  }
}
