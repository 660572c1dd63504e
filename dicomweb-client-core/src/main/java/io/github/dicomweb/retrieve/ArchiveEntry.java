// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A file in a zip archive that is arriving. Readable once, until the next entry is asked for. Not
 * thread-safe. Not meant to be implemented outside this library.
 */
public interface ArchiveEntry {

  /**
   * Its place among the files of the archive.
   *
   * @return the index, from 0
   */
  int index();

  /**
   * The name that the server gave it, such as {@code DICOM/0000/0001.dcm}. It is a text to be shown
   * and nothing else: it may name a patient, and as a path it may lead anywhere.
   *
   * @return the name
   */
  String name();

  /**
   * The bytes, inflated. Closing the stream ends the entry, not the archive. An entry that was cut
   * or damaged ends in an {@link java.io.IOException}, never in an end of stream.
   *
   * @return the stream; the same one at each call
   */
  InputStream inputStream();

  /**
   * Copies the bytes that have not been read.
   *
   * @param out where to; not closed
   * @return the number of bytes
   * @throws io.github.dicomweb.error.MalformedResponseException if the entry was cut or damaged, or
   *     the archive grows beyond {@code Limits.inflatedBytes}
   * @throws io.github.dicomweb.error.TransportException if the connection breaks, or writing fails
   *     (then with reason {@code LOCAL})
   */
  long transferTo(OutputStream out);

  /**
   * Reads the whole entry into memory: as much as the server sends.
   *
   * @return the bytes
   */
  byte[] readAllBytes();

  /**
   * Writes the entry to a file, which appears under its name only when it is whole, and replaces
   * what was there.
   *
   * @param file the file; its directory must exist
   * @return the number of bytes
   */
  long saveTo(Path file);
}
