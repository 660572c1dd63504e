// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import java.io.IOException;
import java.security.SecureRandom;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The framing of a multipart/related body (RFC 2387, PS3.18 §8.6.1.2): what stands around its
 * parts, whose bytes the caller writes.
 *
 * <p>For each part {@link #beginPart}, the bytes, {@link #endPart}; after the last one {@link
 * #finish}. The body's length is the sum of the parts' lengths, their {@link #framingLength}s and
 * {@link #closingLength}. Immutable, so that a body can be written again for a second attempt; safe
 * for use by several threads.
 */
public final class MultipartWriter {
  private static final int RANDOM_BYTES = 20;
  private static final int LONGEST_BOUNDARY = 70;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ByteString CRLF = ByteString.encodeUtf8("\r\n");

  private final String rootType;
  private final String boundary;
  private final ByteString delimiter;
  private final ByteString close;

  private MultipartWriter(String rootType, String boundary) {
    this.rootType = rootType;
    this.boundary = boundary;
    this.delimiter = ByteString.encodeUtf8("--" + boundary + "\r\n");
    this.close = ByteString.encodeUtf8("--" + boundary + "--\r\n");
  }

  /**
   * A body with a boundary of its own.
   *
   * @param rootType the media type of the first part, such as {@code application/dicom}
   * @return the framing
   */
  public static MultipartWriter create(String rootType) {
    return create(rootType, randomBoundary());
  }

  /**
   * A body with a given boundary.
   *
   * @param rootType the media type of the first part, such as {@code application/dicom}
   * @param boundary 1 to 70 letters, digits, {@code - _ . + '}
   * @return the framing
   * @throws IllegalArgumentException if the boundary would need quotes, or one of both cannot stand
   *     in a header
   */
  public static MultipartWriter create(String rootType, String boundary) {
    if (boundary.isEmpty()
        || boundary.length() > LONGEST_BOUNDARY
        || !boundary.chars().allMatch(MultipartWriter::needsNoQuotes)) {
      throw new IllegalArgumentException("a multipart boundary that cannot stand without quotes");
    }
    if (rootType.indexOf('"') >= 0) {
      throw new IllegalArgumentException("a media type with quotes cannot be the root type");
    }
    return new MultipartWriter(checked(rootType), boundary);
  }

  /**
   * A boundary nobody can guess, so that no part can hold it by accident or on purpose.
   *
   * @return 160 random bits as 40 hexadecimal digits
   */
  public static String randomBoundary() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return ByteString.of(bytes).hex();
  }

  /**
   * The Content-Type of the body.
   *
   * @return {@code multipart/related} with type and boundary
   */
  public String contentType() {
    return "multipart/related; type=\"" + rootType + "\"; boundary=" + boundary;
  }

  /**
   * What a part adds to the body besides its own bytes.
   *
   * @param contentType the Content-Type of the part
   * @param contentLocation its Content-Location, or null
   * @return the number of bytes that {@link #beginPart} and {@link #endPart} write
   */
  public long framingLength(String contentType, @Nullable String contentLocation) {
    return (long) head(contentType, contentLocation).size() + CRLF.size();
  }

  /**
   * What the end adds to the body.
   *
   * @return the number of bytes that {@link #finish} writes
   */
  public long closingLength() {
    return close.size();
  }

  /**
   * Writes the delimiter and the headers of a part.
   *
   * @param sink where to
   * @param contentType the Content-Type of the part
   * @param contentLocation its Content-Location, or null
   * @throws IOException if the sink fails
   * @throws IllegalArgumentException if a value has characters that cannot stand in a header
   */
  public void beginPart(BufferedSink sink, String contentType, @Nullable String contentLocation)
      throws IOException {
    sink.write(head(contentType, contentLocation));
  }

  /**
   * Writes what follows the bytes of a part.
   *
   * @param sink where to
   * @throws IOException if the sink fails
   */
  public void endPart(BufferedSink sink) throws IOException {
    sink.write(CRLF);
  }

  /**
   * Writes the closing delimiter.
   *
   * @param sink where to; it is neither flushed nor closed
   * @throws IOException if the sink fails
   */
  public void finish(BufferedSink sink) throws IOException {
    sink.write(close);
  }

  /** Both counting and writing use these bytes, so they cannot disagree. */
  private ByteString head(String contentType, @Nullable String contentLocation) {
    Buffer head = new Buffer().write(delimiter);
    header(head, "Content-Type", contentType);
    if (contentLocation != null) {
      header(head, "Content-Location", contentLocation);
    }
    return head.write(CRLF).readByteString();
  }

  private static void header(Buffer head, String name, String value) {
    head.writeUtf8(name).writeUtf8(": ").writeUtf8(checked(value)).write(CRLF);
  }

  private static String checked(String value) {
    if (value.isEmpty() || value.chars().anyMatch(c -> c < ' ' || c >= 0x7f)) {
      throw new IllegalArgumentException("a value that cannot stand in a part header");
    }
    return value;
  }

  private static boolean needsNoQuotes(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-_.+'".indexOf(c) >= 0;
  }
}
