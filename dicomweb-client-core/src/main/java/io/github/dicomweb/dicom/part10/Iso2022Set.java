// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** The sets that ISO 2022 escape sequences switch between (PS3.3 tables C.12-2 to C.12-4). */
enum Iso2022Set {
  ASCII("ISO IR 6", "(B", 1, "US-ASCII"),
  LATIN_1("ISO IR 100", "-A", 1, "ISO-8859-1"),
  LATIN_2("ISO IR 101", "-B", 1, "ISO-8859-2"),
  LATIN_3("ISO IR 109", "-C", 1, "ISO-8859-3"),
  LATIN_4("ISO IR 110", "-D", 1, "ISO-8859-4"),
  CYRILLIC("ISO IR 144", "-L", 1, "ISO-8859-5"),
  ARABIC("ISO IR 127", "-G", 1, "ISO-8859-6"),
  GREEK("ISO IR 126", "-F", 1, "ISO-8859-7"),
  HEBREW("ISO IR 138", "-H", 1, "ISO-8859-8"),
  LATIN_5("ISO IR 148", "-M", 1, "ISO-8859-9"),
  LATIN_9("ISO IR 203", "-b", 1, "ISO-8859-15"),
  THAI("ISO IR 166", "-T", 1, "TIS-620"),
  KATAKANA("ISO IR 13", ")I", 1, ""),
  ROMAJI("ISO IR 14", "(J", 1, "US-ASCII"),
  KANJI("ISO IR 87", "$B", 2, "EUC-JP"),
  KANJI_SUPPLEMENT("ISO IR 159", "$(D", 2, "EUC-JP"),
  KOREAN("ISO IR 149", "$)C", 2, "EUC-KR"),
  CHINESE("ISO IR 58", "$)A", 2, "GB2312");

  private final String name;
  private final String escape;
  private final int bytes;
  private final String charset;

  Iso2022Set(String name, String escape, int bytes, String charset) {
    this.name = name;
    this.escape = escape;
    this.bytes = bytes;
    this.charset = charset;
  }

  /** The set that is meant by a defined term, with or without code extensions. */
  static @Nullable Iso2022Set ofName(String term) {
    String plain = term.startsWith("ISO 2022 ") ? "ISO " + term.substring(9) : term;
    for (Iso2022Set set : values()) {
      if (set.name.equals(plain)) {
        return set;
      }
    }
    return null;
  }

  /** The set whose escape sequence stands behind an ESC. */
  static @Nullable Iso2022Set ofEscape(byte[] text, int from) {
    for (Iso2022Set set : values()) {
      int length = set.escape.length();
      boolean same = from + length <= text.length;
      for (int i = 0; same && i < length; i++) {
        same = text[from + i] == set.escape.charAt(i);
      }
      if (same) {
        return set;
      }
    }
    return null;
  }

  /** The bytes of the escape sequence behind ESC. */
  int escapeLength() {
    return escape.length();
  }

  /** The bytes of one character. */
  int bytes() {
    return bytes;
  }

  /** Whether its bytes are those below 128. */
  boolean isLower() {
    return this == ASCII || this == ROMAJI || this == KANJI || this == KANJI_SUPPLEMENT;
  }

  /** The charset for text of this set alone, where Java has one with the same lower half. */
  @Nullable Charset wholeCharset() {
    return bytes > 1 || this == KATAKANA || isLower() ? null : charset(charset);
  }

  /** One character; with what Unicode has for damage where there is none. */
  String decode(byte[] text, int from, int length) {
    if (this == KATAKANA) {
      int code = text[from] & 0xFF;
      return String.valueOf(
          code >= 0xA1 && code <= 0xDF ? (char) (0xFF61 + code - 0xA1) : '\uFFFD');
    }
    if (this == KANJI || this == KANJI_SUPPLEMENT) {
      // the same code points as in EUC-JP, where they have the eighth bit
      byte[] euc = new byte[this == KANJI ? 2 : 3];
      euc[0] = (byte) 0x8F;
      for (int i = 0; i < 2; i++) {
        euc[euc.length - 2 + i] = (byte) ((i < length ? text[from + i] : 0) | 0x80);
      }
      return new String(euc, charset(charset));
    }
    return new String(text, from, length, charset(charset));
  }

  /** A charset, or US-ASCII in a Java runtime that has been stripped of it. */
  static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      return StandardCharsets.US_ASCII;
    }
  }
}
