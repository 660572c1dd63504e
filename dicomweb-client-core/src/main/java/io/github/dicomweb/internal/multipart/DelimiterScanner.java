// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import io.github.dicomweb.internal.multipart.MultipartException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okio.Buffer;

/**
 * Finds the delimiter lines of a body, in the segments of its buffer and without copying them.
 *
 * <p>A line feed stands nowhere in a delimiter but at its start, so comparing forward from a line
 * feed never looks at a byte twice: the search is linear whatever the bytes are. For bytes that are
 * not made to annoy it, a skip table (Horspool) makes it about one look per delimiter length.
 */
final class DelimiterScanner {
  /** Bytes of {@code CR LF -- boundary} that come before the line itself. */
  private static final int LINE = 2;

  /** The same without the CR. */
  private static final int LINE_FEED = 1;

  private final BodyInput input;
  private final int paddingLimit;
  private final byte[] delimiter;
  private final int[] shift = new int[256];
  private final int shiftAfterCandidate;
  private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();

  private boolean lineStart = true;
  private boolean carriageReturns;
  private boolean found;
  private long foundLength;
  private boolean foundClose;
  private boolean foundCrLf;
  private boolean foundWithoutCr;

  DelimiterScanner(BodyInput input, String boundary, int paddingLimit) {
    this.input = input;
    this.paddingLimit = paddingLimit;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    int length = delimiter.length - LINE_FEED;
    Arrays.fill(shift, length);
    int last = delimiter.length - 1;
    for (int i = LINE_FEED; i < last; i++) {
      shift[delimiter[i] & 0xff] = last - i;
    }
    // 0 marks the byte on which a candidate may end; from there one moves on by what it had before
    shiftAfterCandidate = shift[delimiter[last] & 0xff];
    shift[delimiter[last] & 0xff] = 0;
  }

  /** From here on a CR in front of a delimiter's LF is the delimiter's, not the data's. */
  void carriageReturns(boolean belongToDelimiter) {
    carriageReturns = belongToDelimiter;
  }

  /** Tells that the front of the buffer is the start of a line: of the body, or of a part. */
  void lineStart() {
    lineStart = true;
  }

  /**
   * How many bytes at the front of the buffer are data for certain.
   *
   * @return at least 1; or 0 when a whole delimiter line stands there, see {@link #consumeFound()}
   * @throws IOException if the body ends before that is known
   */
  long dataAhead() throws IOException {
    if (found) {
      return 0;
    }
    require(1);
    if (lineStart) {
      lineStart = false;
      long data = match(0, LINE);
      if (found || data > 0) {
        return data;
      }
    }
    int data = search();
    return data > 0 ? data : match(0, input.at(0) == '\r' ? 0 : LINE_FEED);
  }

  /** Whether a delimiter line stands at the offset, which is the start of a line. */
  boolean delimiterAt(long offset) throws IOException {
    match(offset, LINE);
    return found;
  }

  /** Tells that bytes in front of the delimiter that was found have been consumed. */
  void frontMoved(long byteCount) {
    foundLength -= byteCount;
  }

  /** Takes back what {@link #delimiterAt} found, to read the same bytes as data. */
  void forget() {
    found = false;
  }

  boolean found() {
    return found;
  }

  boolean foundClose() {
    return foundClose;
  }

  boolean foundCrLf() {
    return foundCrLf;
  }

  /** Whether the line before the delimiter lacks the CR that the others have. */
  boolean foundWithoutCr() {
    return foundWithoutCr;
  }

  /** Removes the delimiter line that was found from the front of the buffer. */
  void consumeFound() throws IOException {
    found = false;
    input.skip(foundLength);
  }

  /**
   * Compares with the delimiter, asking for no more bytes than that needs.
   *
   * @return the bytes that cannot be the start of another delimiter, when none was found
   */
  private long match(long offset, int from) throws IOException {
    int length = delimiter.length - from;
    for (int i = 0; i < length; i++) {
      require(offset + i + 1);
      if (input.at(offset + i) != delimiter[from + i]) {
        return i;
      }
    }
    found = lineEnds(offset + length);
    foundWithoutCr = carriageReturns && from == LINE_FEED;
    return found ? 0 : length;
  }

  /** What follows the boundary tells a delimiter from a line of data that only begins like one. */
  private boolean lineEnds(long after) throws IOException {
    require(after + 1);
    long end = after;
    byte next = input.at(end);
    if (next == '-') {
      return closes(after);
    }
    while (next == ' ' || next == '\t') {
      end++;
      if (end - after > paddingLimit) {
        throw input.failure(Kind.LIMIT, "more blanks after a multipart boundary than allowed");
      }
      require(end + 1);
      next = input.at(end);
    }
    foundCrLf = next == '\r';
    if (foundCrLf) {
      end++;
      require(end + 1);
      next = input.at(end);
    }
    foundClose = false;
    foundLength = end + 1;
    return next == '\n';
  }

  private boolean closes(long after) throws IOException {
    require(after + 2);
    if (input.at(after + 1) != '-') {
      return false;
    }
    foundClose = true;
    foundLength = after + 2;
    if (!input.request(after + 3)) {
      return true;
    }
    byte next = input.at(after + 2);
    return next == '\r' || next == '\n' || next == ' ' || next == '\t';
  }

  /** The bytes of the first segment in front of all that could be a delimiter. */
  private int search() {
    input.buffer().readUnsafe(cursor);
    try {
      cursor.next();
      return dataIn(cursor.data, cursor.start, cursor.end) - cursor.start;
    } finally {
      cursor.close();
    }
  }

  private int dataIn(byte[] data, int start, int end) {
    int[] shifts = shift;
    int last = delimiter.length - 1 - LINE_FEED;
    int i = start + last;
    int furthest = last + 1;
    while (i < end) {
      int step = shifts[data[i] & 0xff];
      if (step == furthest) {
        // not "i += step": this way the processor need not wait for the table to look further on
        i += furthest;
      } else if (step != 0) {
        i += step;
      } else if (data[i - last] == '\n' && matches(data, i - last, i)) {
        return withCarriageReturn(data, start, i - last);
      } else {
        i += shiftAfterCandidate;
      }
    }
    boolean mayBeCut = shifts[data[end - 1] & 0xff] != furthest;
    return mayBeCut
        ? beforePartialMatch(data, start, i - last, end)
        : withCarriageReturn(data, start, end);
  }

  /**
   * A delimiter that is cut by the end of the segment starts at the last line feed, or nowhere.
   *
   * @param earliest where the search came to: no delimiter starts before it
   */
  private int beforePartialMatch(byte[] data, int start, int earliest, int end) {
    for (int i = end - 1; i >= earliest; i--) {
      if (data[i] == '\n') {
        return withCarriageReturn(data, start, matches(data, i, end) ? i : end);
      }
    }
    return end;
  }

  /** Leaves a CR in front of the place out too, where it would belong to the delimiter. */
  private int withCarriageReturn(byte[] data, int start, int place) {
    return carriageReturns && place > start && data[place - 1] == '\r' ? place - 1 : place;
  }

  private boolean matches(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] != delimiter[LINE_FEED + i - from]) {
        return false;
      }
    }
    return true;
  }

  private void require(long byteCount) throws IOException {
    if (!input.request(byteCount)) {
      throw input.truncated("multipart body ended before its closing delimiter");
    }
  }
}
