// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

/** Text from elsewhere, made safe for a terminal. */
public final class Text {
  private Text() {}

  /**
   * Shows what a terminal would obey: control and format characters become {@code \}{@code uXXXX}.
   *
   * @param text any text
   * @return the text as it may be printed
   */
  public static String visible(String text) {
    if (text.codePoints().noneMatch(Text::isObeyed)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isObeyed(c)) {
                shown.append(String.format(c < 0x10000 ? "\\u%04X" : "\\U%08X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /**
   * As one line of bounded length.
   *
   * @param text any text
   * @param longest the most characters
   * @return the text without breaks and controls
   */
  public static String line(String text, int longest) {
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    int looked = Math.min(text.length(), 8 * longest);
    for (int i = 0; i < looked && line.length() < longest; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        blank = line.length() > 0;
      } else {
        if (blank) {
          line.append(' ');
          blank = false;
        }
        line.appendCodePoint(c);
      }
    }
    String shown = visible(line.toString());
    return shown.length() > longest ? shown.substring(0, longest) + "…" : shown;
  }

  private static boolean isObeyed(int c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /**
   * How many columns of a terminal a text takes.
   *
   * @param text a visible text
   * @return the columns: two for what is written wide in East Asia
   */
  public static int width(String text) {
    return text.codePoints().map(Text::width).sum();
  }

  private static int width(int c) {
    if (c < 0x1100) {
      return isMark(c) ? 0 : 1;
    }
    boolean wide =
        c <= 0x115F
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : isMark(c) ? 0 : 1;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /**
   * Cuts to a number of columns.
   *
   * @param text a visible text
   * @param columns how many there are
   * @return the text, with an ellipsis if it was cut
   */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int left = columns - 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      left -= width(c);
      if (left < 0) {
        break;
      }
      cut.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return cut.append('…').toString();
  }
}
