// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.internal.multipart.MultipartException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a multipart/related body part by part from a source, in constant memory and in time linear
 * in its length, whatever its parts are (RFC 2046 §5.1.1, PS3.18 §8.6.1.2).
 *
 * <p>One part is live at a time: asking for the next one skips what was not read of the current
 * one. A part counts as whole only when the delimiter after it has been seen, and the body only
 * when its closing delimiter has; whatever ends before that is a {@link MultipartException}. After
 * a failure every further call fails with the same exception.
 *
 * <p>Line ends may be CRLF or LF alone; the first delimiter line decides. Other departures from the
 * rules that lose nothing are read and listed by {@link #tolerated()}.
 *
 * <p>Not safe for use by several threads.
 */
public final class MultipartReader implements Closeable {
  static final byte[] NOTHING = {};

  private static final int LONGEST_BOUNDARY = 1024;
  private static final int STAGING = 8192;

  private final BodyInput input;
  private final DelimiterScanner scanner;
  private final Limits limits;
  private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);

  private @Nullable MultipartPart current;
  private byte[] staging = NOTHING;
  private @Nullable IOException failure;
  private boolean started;
  private boolean crLf;
  private boolean complete;
  private boolean closed;

  /** Bytes at the front of the buffer that are the current part's for certain. */
  private long ready;

  /**
   * Reads from a source that this reader owns from now on.
   *
   * @param source the body; {@link #close()} closes it
   * @param boundary the boundary parameter of the body's Content-Type, unquoted
   * @param limits what is refused: part headers that are too long, too many parts
   * @throws IllegalArgumentException if the boundary is not {@linkplain #usableBoundary usable}
   */
  public MultipartReader(BufferedSource source, String boundary, Limits limits) {
    if (!usableBoundary(boundary)) {
      throw new IllegalArgumentException("a multipart boundary that cannot be one");
    }
    this.input = new BodyInput(source);
    this.scanner = new DelimiterScanner(input, boundary, limits.partHeaderBytes());
    this.limits = limits;
  }

  /**
   * Whether text can be a boundary at all: not empty, without control characters, not longer than
   * 1024 characters (RFC 2046 allows 70).
   *
   * @param boundary the text
   * @return true if a reader can be made with it
   */
  public static boolean usableBoundary(String boundary) {
    return !boundary.isEmpty()
        && boundary.length() <= LONGEST_BOUNDARY
        && boundary.chars().noneMatch(c -> c < ' ' || c == 0x7f);
  }

  /**
   * Goes on to the next part and reads its headers.
   *
   * @return the part; null when the closing delimiter has been seen, and only then
   * @throws MultipartException if the body is cut short, malformed or over a limit
   * @throws IOException if the source fails; its exception is passed on as it is
   */
  public @Nullable MultipartPart nextPart() throws IOException {
    checkUsable();
    MultipartPart part = current;
    if (part != null && !part.complete() && part.skip() > 0) {
      part.passOver();
    }
    try {
      if (!started) {
        skipPreamble();
        started = true;
      }
      if (complete) {
        return null;
      }
      MultipartPart next = readHeaders();
      current = next;
      return next;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Whether the closing delimiter has been seen.
   *
   * @return true once {@link #nextPart()} returned null, or the last part was read to its end
   */
  public boolean complete() {
    return complete;
  }

  /**
   * The departures from the rules met so far, each kind once, without any value.
   *
   * @return descriptions to be read by a person; empty for a clean body
   */
  public List<String> tolerated() {
    return deviations.stream().map(Deviation::text).toList();
  }

  /**
   * How far the body has been consumed.
   *
   * @return bytes from its start
   */
  public long position() {
    return input.position();
  }

  /** Closes the source. What was not read is lost; reading on fails. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      if (current != null) {
        current.drop();
      }
      input.close();
    }
  }

  /** How many bytes of the part can be taken now; 0 when it has ended, and its delimiter seen. */
  long available(MultipartPart part) throws IOException {
    if (ready > 0 && part == current && !closed) {
      return ready;
    }
    checkUsable();
    if (part.passedOver()) {
      throw new IOException("the reader has gone past the rest of this multipart part");
    }
    if (part.complete()) {
      return 0;
    }
    try {
      ready = scanner.dataAhead();
      if (ready == 0) {
        endPart(part);
      }
      return ready;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Bytes that a read would give without asking the source. */
  int buffered(MultipartPart part) {
    return part == current && !closed ? (int) Math.min(ready, Integer.MAX_VALUE) : 0;
  }

  /** Room for bytes of the current part that are read one by one. */
  byte[] staging() {
    if (staging.length == 0) {
      staging = new byte[STAGING];
    }
    return staging;
  }

  int read(MultipartPart part, byte[] target, int offset, int length) throws IOException {
    long available = available(part);
    if (available == 0) {
      return -1;
    }
    int count = input.buffer().read(target, offset, (int) Math.min(available, (long) length));
    took(count);
    return count;
  }

  long transferTo(MultipartPart part, OutputStream out) throws IOException {
    long written = 0;
    for (long count = available(part); count > 0; count = available(part)) {
      long size = input.buffer().size();
      try {
        input.buffer().writeTo(out, count);
      } finally {
        took(size - input.buffer().size());
      }
      written += count;
    }
    return written;
  }

  long drain(MultipartPart part) throws IOException {
    return skip(part, Long.MAX_VALUE);
  }

  long skip(MultipartPart part, long byteCount) throws IOException {
    long left = byteCount;
    while (left > 0) {
      long count = Math.min(left, available(part));
      if (count == 0) {
        break;
      }
      input.buffer().skip(count);
      took(count);
      left -= count;
    }
    return byteCount - left;
  }

  private void took(long byteCount) {
    ready -= byteCount;
    input.consumed(byteCount);
  }

  private void skipPreamble() throws IOException {
    try {
      for (long count = scanner.dataAhead(); count > 0; count = scanner.dataAhead()) {
        input.skip(count);
      }
    } catch (MultipartException e) {
      throw e.kind() == Kind.TRUNCATED ? withoutBoundary(e) : e;
    }
    if (input.position() > 2) { // an empty line is usual
      deviations.add(Deviation.PREAMBLE);
    }
    crLf = !scanner.foundClose() && scanner.foundCrLf();
    scanner.carriageReturns(crLf);
    passDelimiter();
  }

  /** Text of which at most a last line feed could start a delimiter was never such a body. */
  private MultipartException withoutBoundary(MultipartException truncated) {
    if (input.position() == 0 || input.buffer().size() > 1) {
      return truncated;
    }
    return new MultipartException(
        Kind.MALFORMED,
        "the boundary does not occur in the multipart body",
        truncated.offset(),
        truncated.partIndex());
  }

  private MultipartPart readHeaders() throws IOException {
    int index = input.partIndex() + 1;
    if (index >= limits.parts() || index < 0) {
      throw input.failure(Kind.LIMIT, "more parts in a multipart body than allowed");
    }
    input.partIndex(index);
    List<Map.Entry<String, String>> headers =
        PartHeaders.read(input, scanner, limits.partHeaderBytes(), deviations);
    if (!scanner.found()) {
      scanner.lineStart();
    }
    return new MultipartPart(this, index, input.position(), headers);
  }

  private void endPart(MultipartPart part) throws IOException {
    long length = input.position() - part.offset();
    long declared = part.declaredLength(deviations);
    if (declared >= 0 && declared != length) {
      throw input.failure(
          Kind.LENGTH_MISMATCH,
          "a multipart part has " + length + " bytes, its Content-Length says " + declared);
    }
    passDelimiter();
    part.ended(length);
  }

  private void passDelimiter() throws IOException {
    complete = scanner.foundClose();
    if (!complete && !scanner.foundCrLf()) {
      deviations.add(Deviation.LF_LINE_ENDS);
    }
    if ((!complete && scanner.foundCrLf() != crLf) || scanner.foundWithoutCr()) {
      deviations.add(Deviation.MIXED_DELIMITERS);
    }
    scanner.consumeFound();
  }

  private void checkUsable() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (closed) {
      throw new IOException("multipart reader is closed");
    }
  }

  private IOException failed(IOException e) {
    failure = e;
    return e;
  }

  /** The position in the body up to which the part has been read. */
  long positionIn(MultipartPart part) {
    return part == current ? input.position() - part.offset() : 0;
  }
}
