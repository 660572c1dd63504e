// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import io.github.dicomweb.internal.multipart.MultipartException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the header block of one part. Nothing is taken from the buffer until it is clear where the
 * block ends, so that bytes which turn out to be no headers are still there to be read as data.
 */
final class PartHeaders {
  private final BodyInput input;
  private final DelimiterScanner scanner;
  private final Set<Deviation> deviations;
  private final List<Map.Entry<String, String>> headers = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private String name = "";
  private boolean wellFormed = true;

  private PartHeaders(BodyInput input, DelimiterScanner scanner, Set<Deviation> deviations) {
    this.input = input;
    this.scanner = scanner;
    this.deviations = deviations;
  }

  /** Consumes the block and the blank line; the front of the buffer is then the part's body. */
  static List<Map.Entry<String, String>> read(
      BodyInput input, DelimiterScanner scanner, int limit, Set<Deviation> deviations)
      throws IOException {
    return new PartHeaders(input, scanner, deviations).read(limit);
  }

  private List<Map.Entry<String, String>> read(int limit) throws IOException {
    long line = 0;
    while (true) {
      if (scanner.delimiterAt(line)) {
        return withoutBlankLine(line);
      }
      long lineFeed = line < limit ? input.lineFeed(line, limit) : -1;
      long end = lineFeed < 0 ? Math.min(input.buffer().size(), limit) : lineFeed;
      boolean crLf = end > line && input.at(end - 1) == '\r';
      byte[] bytes = bytes(line, crLf ? end - 1 : end);
      if (hasControl(bytes)) {
        return bodyAt(line, bytes);
      }
      if (lineFeed < 0) {
        throw incomplete(limit);
      }
      if (!crLf) {
        deviations.add(Deviation.LF_LINE_ENDS);
      }
      line = lineFeed + 1;
      if (bytes.length == 0) {
        return finish(line);
      }
      add(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** A part may consist of headers only; lines that are no headers are data, never dropped. */
  private List<Map.Entry<String, String>> withoutBlankLine(long line) throws IOException {
    if (wellFormed) {
      if (line > 0) {
        deviations.add(Deviation.NO_BLANK_LINE);
      }
      List<Map.Entry<String, String>> result = finish(line);
      scanner.frontMoved(line);
      return result;
    }
    scanner.forget();
    deviations.add(Deviation.NO_HEADERS);
    return List.of();
  }

  /** Binary bytes where a header should be: the body has begun without a blank line. */
  private List<Map.Entry<String, String>> bodyAt(long line, byte[] bytes) throws IOException {
    if (!wellFormed || colon(new String(bytes, StandardCharsets.UTF_8)) > 0) {
      throw input.failure(Kind.MALFORMED, "a multipart part header holds control characters");
    }
    if (line > 0) {
      deviations.add(Deviation.NO_BLANK_LINE);
    }
    return finish(line);
  }

  private MultipartException incomplete(int limit) {
    return input.buffer().size() < limit
        ? input.truncated("multipart body ended within the headers of a part")
        : input.failure(Kind.LIMIT, "multipart part headers are longer than allowed");
  }

  private List<Map.Entry<String, String>> finish(long length) throws IOException {
    endHeader();
    if (!wellFormed) {
      deviations.add(Deviation.NO_COLON);
    } else if (headers.isEmpty()) {
      deviations.add(Deviation.NO_HEADERS);
    }
    input.skip(length);
    return List.copyOf(headers);
  }

  private void add(String line) {
    boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
    if (continued && !name.isEmpty()) {
      deviations.add(Deviation.FOLDED);
      value.append(' ').append(line.strip());
      return;
    }
    endHeader();
    int colon = colon(line);
    if (colon < 1) {
      wellFormed = false;
      return;
    }
    name = line.substring(0, colon).strip();
    value.append(line.substring(colon + 1).strip());
  }

  private void endHeader() {
    if (!name.isEmpty()) {
      headers.add(Map.entry(name, value.toString()));
    }
    name = "";
    value.setLength(0);
  }

  /** The colon after a header name, or -1 if what stands before it cannot be one. */
  private static int colon(String line) {
    int colon = line.indexOf(':');
    String before = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c <= ' ' || c >= 0x7f || "()<>@,;\\\"/[]?={}".indexOf(c) >= 0) {
        return -1;
      }
    }
    return before.isEmpty() ? -1 : colon;
  }

  private static boolean hasControl(byte[] line) {
    for (byte b : line) {
      if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private byte[] bytes(long from, long to) {
    byte[] bytes = new byte[(int) (to - from)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = input.at(from + i);
    }
    return bytes;
  }
}
