// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Markup and escaped text. */
final class XmlOutput {
  /** What becomes of characters that XML 1.0 does not have. */
  enum Invalid {
    REFUSE,
    REPLACE
  }

  /** A character that XML 1.0 does not have. */
  static final class InvalidCharacter extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final Writer out;
  private final Invalid invalid;

  XmlOutput(Writer out, Invalid invalid) {
    this.out = out;
    this.invalid = invalid;
  }

  /** What is safe as it is. */
  void markup(String text) throws IOException {
    out.write(text);
  }

  void attribute(String name, String value) throws IOException, InvalidCharacter {
    out.write(' ');
    out.write(name);
    out.write("=\"");
    escaped(value);
    out.write('"');
  }

  void element(String name, String text) throws IOException, InvalidCharacter {
    out.write('<');
    out.write(name);
    out.write('>');
    escaped(text);
    out.write("</");
    out.write(name);
    out.write('>');
  }

  void escaped(String text) throws IOException, InvalidCharacter {
    int length = text.length();
    int done = 0;
    for (int i = 0; i < length; ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      String replacement = replacement(c);
      if (replacement != null) {
        out.write(text, done, i - done);
        out.write(replacement);
        done = next;
      }
      i = next;
    }
    out.write(text, done, length - done);
  }

  private @Nullable String replacement(int c) throws InvalidCharacter {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      // as they are, a parser makes others of them: lines end in one way, attributes have spaces
      case '\r' -> "&#13;";
      case '\n' -> "&#10;";
      case '\t' -> "&#9;";
      default -> {
        if (isXml(c)) {
          yield null;
        }
        if (invalid == Invalid.REFUSE) {
          throw new InvalidCharacter();
        }
        yield "\uFFFD";
      }
    };
  }

  private static boolean isXml(int c) {
    return c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
