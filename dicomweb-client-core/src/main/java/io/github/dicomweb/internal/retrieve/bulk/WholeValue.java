// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.internal.multipart.MultipartException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Takes a range out of a whole value, which is what servers send that know no ranges. */
final class WholeValue {
  private static final int CHUNK = 64 * 1024;

  private WholeValue() {}

  /**
   * The bytes of the range.
   *
   * @param in the whole value
   * @param length its length, or −1
   * @param range the range
   * @param mostInMemory how many bytes may be held
   * @return the bytes, or null if the value ends before the range begins
   * @throws MultipartException if more would have to be held
   */
  static @Nullable InputStream take(InputStream in, long length, ByteRange range, int mostInMemory)
      throws IOException {
    if (range.isOfLast()) {
      return length < 0
          ? tail(in, range.last(), mostInMemory)
          : from(in, Math.max(0, length - range.last()), range.last());
    }
    return from(
        in, range.first(), range.isOpen() ? Long.MAX_VALUE : range.last() - range.first() + 1);
  }

  private static @Nullable InputStream from(InputStream in, long first, long count)
      throws IOException {
    PushbackInputStream rest = new PushbackInputStream(in);
    for (long left = first; left > 0; ) {
      long skipped = rest.skip(left);
      if (skipped <= 0) {
        if (rest.read() < 0) {
          return null;
        }
        skipped = 1;
      }
      left -= skipped;
    }
    int next = rest.read();
    if (next < 0) {
      return null;
    }
    rest.unread(next);
    return RangeStream.atMost(rest, count);
  }

  /** Without a length only the end shows which bytes are the last. */
  private static @Nullable InputStream tail(InputStream in, long count, int mostInMemory)
      throws IOException {
    if (count > mostInMemory) {
      throw new MultipartException(
          MultipartException.Kind.LIMIT,
          "a value came whole and without its length, and more bytes of its end are asked for than"
              + " may be held in memory",
          0,
          0);
    }
    Source source = Okio.source(in);
    Buffer kept = new Buffer();
    while (source.read(kept, CHUNK) >= 0) {
      kept.skip(Math.max(0, kept.size() - count));
    }
    return kept.exhausted() ? null : kept.inputStream();
  }
}
