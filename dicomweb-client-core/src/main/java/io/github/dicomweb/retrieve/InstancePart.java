// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.dicom.TransferSyntax;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One instance of an answer, as a DICOM file (PS3.10) that is arriving. Readable once, until the
 * next part is asked for. Not thread-safe. Not meant to be implemented outside this library.
 */
public interface InstancePart {

  /**
   * Its place in the answer.
   *
   * @return the index, from 0
   */
  int index();

  /**
   * The headers of the part as the server sent them, names in lower case.
   *
   * @return the headers; empty for an answer of one single part
   */
  Map<String, String> headers();

  /**
   * The transfer syntax that the part's media type names. The one in the file itself prevails where
   * they differ (PS3.18 §8.7.3.5).
   *
   * @return the transfer syntax, if the server named one
   */
  Optional<TransferSyntax> transferSyntax();

  /**
   * The bytes. Closing the stream ends the part, not the answer. A part that was cut ends in an
   * {@link java.io.IOException}, never in an end of stream.
   *
   * @return the stream; the same one at each call
   */
  InputStream inputStream();

  /**
   * Copies the bytes that have not been read.
   *
   * @param out where to; not closed
   * @return the number of bytes
   * @throws io.github.dicomweb.error.MalformedResponseException if the part was cut
   * @throws io.github.dicomweb.error.TransportException if the connection breaks, or writing fails
   *     (then with reason {@code LOCAL})
   */
  long transferTo(OutputStream out);

  /**
   * Reads the whole part into memory: as much as the server sends.
   *
   * @return the bytes
   */
  byte[] readAllBytes();

  /**
   * Writes the part to a file, which appears under its name only when it is whole, and replaces
   * what was there.
   *
   * @param file the file; its directory must exist
   * @return the number of bytes
   */
  long saveTo(Path file);
}
