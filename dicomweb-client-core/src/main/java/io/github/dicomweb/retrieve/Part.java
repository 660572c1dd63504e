// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.media.MediaType;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A part of an answer that is arriving. Readable once, until the next part is asked for. Not
 * thread-safe. Not meant to be implemented outside this library.
 */
public interface Part {

  /**
   * Its place in the answer.
   *
   * @return the index, from 0
   */
  int index();

  /**
   * The headers of the part as the server sent them, names in lower case. For an answer of one
   * single part those of its headers that describe the content.
   *
   * @return the headers
   */
  Map<String, String> headers();

  /**
   * The media type, by the name that the present standard has for it. Where the server gave none,
   * or one that the first bytes contradict, what those show.
   *
   * @return the media type, if it is known
   */
  Optional<MediaType> mediaType();

  /**
   * The transfer syntax: the one that the media type names, or else the default of the media type
   * (PS3.18 §8.7.3.4). In a DICOM file the one in the file itself prevails where they differ
   * (§8.7.3.5).
   *
   * @return the transfer syntax, if it is known
   */
  Optional<TransferSyntax> transferSyntax();

  /**
   * The Content-Location, made absolute where that is possible. It names identifiers: do not log
   * it.
   *
   * @return the URI, if the server gave one
   */
  Optional<String> contentLocation();

  /**
   * The bytes. Closing the stream ends the part, not the answer. A part that was cut ends in an
   * {@link java.io.IOException}, never in an end of stream. It can be read byte by byte as it is: a
   * {@link java.io.BufferedInputStream} around it only makes that slower, since it takes a lock for
   * each byte.
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
