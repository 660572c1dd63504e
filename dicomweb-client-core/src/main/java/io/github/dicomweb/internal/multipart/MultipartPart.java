// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart body, alive until the reader goes on to the next one.
 *
 * <p>Its bytes can be taken once, by any mixture of the methods here. All of them throw {@link
 * MultipartException} when the body ends, or the part proves to be of another length than its
 * Content-Length, where otherwise the end of the part would be told.
 */
public final class MultipartPart {
  private final MultipartReader reader;
  private final int index;
  private final long offset;
  private final List<Map.Entry<String, String>> headers;
  private final PartInputStream stream = new PartInputStream(this);
  private long length = -1;
  private boolean passedOver;

  MultipartPart(
      MultipartReader reader, int index, long offset, List<Map.Entry<String, String>> headers) {
    this.reader = reader;
    this.index = index;
    this.offset = offset;
    this.headers = headers;
  }

  /**
   * Which part of the body this is.
   *
   * @return the index, from 0
   */
  public int index() {
    return index;
  }

  /**
   * Where the part's first byte stands.
   *
   * @return the offset in the multipart body
   */
  public long offset() {
    return offset;
  }

  /**
   * The first header of a name.
   *
   * @param name the name, in any case
   * @return its value without blanks around it, or null
   */
  public @Nullable String header(String name) {
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }

  /**
   * All headers of the part.
   *
   * @return names as they were sent, and values, in order; unmodifiable
   */
  public List<Map.Entry<String, String>> headers() {
    return headers;
  }

  /**
   * The bytes as a stream, the same one at each call. Closing it gives the rest of this part up and
   * leaves the reader usable.
   *
   * @return the stream
   */
  public InputStream inputStream() {
    return stream;
  }

  /**
   * Writes the rest of the part, straight from the buffer.
   *
   * @param out where to; it is neither flushed nor closed, and its exceptions do not spoil the
   *     reader
   * @return the bytes written
   * @throws IOException if the part cannot be read to its end, or not be written
   */
  public long transferTo(OutputStream out) throws IOException {
    long count = stream.staged() > 0 ? stream.handOver(out) : 0;
    return count + reader.transferTo(this, out);
  }

  /**
   * Drops the rest of the part.
   *
   * @return the bytes dropped
   * @throws IOException if the part cannot be read to its end
   */
  public long skip() throws IOException {
    return stream.drop() + reader.drain(this);
  }

  /** Gives up what was taken out of the reader's buffer and not read. */
  void drop() {
    long unused = stream.drop();
  }

  /**
   * Whether the part is known to be whole.
   *
   * @return true once all of it has been passed and the delimiter after it has been seen
   */
  public boolean complete() {
    return length >= 0;
  }

  /**
   * How much of the part has been passed, by reading or by skipping.
   *
   * @return the bytes; for a complete part its length
   */
  public long bytesRead() {
    return length >= 0 ? length : reader.positionIn(this) - stream.staged();
  }

  MultipartReader reader() {
    return reader;
  }

  void ended(long bytes) {
    length = bytes;
  }

  /** Whether the reader dropped bytes that nobody had asked it to drop. */
  boolean passedOver() {
    return passedOver;
  }

  void passOver() {
    passedOver = true;
  }

  /** What Content-Length says; -1 if there is none, or none that can be trusted. */
  long declaredLength(Set<Deviation> deviations) {
    long declared = -1;
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().toLowerCase(Locale.ROOT).equals("content-length")) {
        long value = number(header.getValue());
        if (value < 0 || (declared >= 0 && declared != value)) {
          deviations.add(Deviation.CONTENT_LENGTH);
          return -1;
        }
        declared = value;
      }
    }
    return declared;
  }

  private static long number(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= 18 ? Long.parseLong(text) : -1;
  }
}
