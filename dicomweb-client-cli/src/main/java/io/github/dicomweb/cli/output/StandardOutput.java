// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output, in UTF-8. Gathers what is written, and lets it go at the latest when something
 * is written a moment later, so that readers at the other end of a pipe need not wait for the end
 * of a long search. A failure is never swallowed: a full disk is no success.
 */
public final class StandardOutput extends OutputStream {
  private static final long LONGEST_NANOS = 100_000_000;

  private final OutputStream target;
  private final byte[] buffer = new byte[1 << 15];
  private int count;
  private long flushed;

  private StandardOutput(OutputStream target) {
    this.target = target;
  }

  /**
   * Standard output as it is.
   *
   * @return the stream; closing it flushes it
   */
  public static OutputStream raw() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  /**
   * Standard output for text; on a terminal without what that would obey.
   *
   * @param escape how a character is written in the format at hand, such as {@code \\u%04x}
   * @return the stream; closing it flushes it
   */
  public static OutputStream text(String escape) {
    OutputStream raw = raw();
    return Terminal.out() ? new TerminalFilter(raw, escape) : raw;
  }

  /**
   * Writes a line of visible text.
   *
   * @param out the stream
   * @param line the line
   * @throws IOException if writing fails
   */
  public static void line(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(int b) throws IOException {
    if (count == buffer.length) {
      flush();
    }
    buffer[count++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > buffer.length - count) {
      flush();
    }
    if (length > buffer.length) {
      pass(bytes, offset, length);
      return;
    }
    System.arraycopy(bytes, offset, buffer, count, length);
    count += length;
    // the first result at once
    if (flushed == 0 || System.nanoTime() - flushed > LONGEST_NANOS) {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    int length = count;
    count = 0;
    if (length > 0) {
      pass(buffer, 0, length);
    }
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    try {
      target.write(bytes, offset, length);
      flushed = System.nanoTime();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      throw reason.contains("pipe") ? new BrokenPipeException(e) : e;
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
