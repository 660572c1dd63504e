// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Keeps control characters in UTF-8 from a terminal: those of JSON and XML that neither has to
 * escape (DEL, and U+0080 to U+009F, of which U+009B begins a command), and others that should not
 * be there at all. Line feed and tabulator pass.
 */
final class TerminalFilter extends OutputStream {
  private static final int LEAD = 0xC2;

  private final OutputStream out;
  private final String escape;
  private boolean pending;

  TerminalFilter(OutputStream out, String escape) {
    this.out = out;
    this.escape = escape;
  }

  @Override
  public void write(int value) throws IOException {
    int b = value & 0xFF;
    if (pending) {
      pending = false;
      if (b >= 0x80 && b < 0xA0) {
        escaped(b);
        return;
      }
      out.write(LEAD);
    }
    if (b == LEAD) {
      pending = true;
    } else if (b == 0x7F || (b < ' ' && b != '\n' && b != '\t')) {
      escaped(b);
    } else {
      out.write(b);
    }
  }

  private void escaped(int c) throws IOException {
    out.write(String.format(Locale.ROOT, escape, c).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
    out.flush();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (pending) {
      pending = false;
      out.write(LEAD);
    }
    out.close();
  }
}
