// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes strings of the scanner's text. The results of a search repeat the same short values over
 * and over; those share one string.
 */
final class TextCache {
  private static final int SLOTS = 2048;
  private static final int LONGEST = 64;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final JsonScanner scanner;
  private final Deviations deviations;
  private final int limit;
  private final @Nullable String[] texts = new @Nullable String[SLOTS];
  private final byte[][] keys = new byte[SLOTS][];

  TextCache(JsonScanner scanner, Deviations deviations, int limit) {
    this.scanner = scanner;
    this.deviations = deviations;
    this.limit = limit;
    Arrays.fill(keys, new byte[0]);
  }

  /** The text of the string, name or number at hand. */
  String read() {
    if (scanner.current() != JsonScanner.Token.NUMBER && !scanner.isPlain()) {
      return decode(limit);
    }
    int length = scanner.length();
    byte[] bytes = scanner.bytes();
    int from = scanner.from();
    if (length > LONGEST) {
      if (length > limit) {
        throw deviations.error("a text longer than the limit");
      }
      return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
    if (length == 0) {
      return "";
    }
    int slot = slot(bytes, from, length);
    byte[] key = keys[slot];
    String cached = texts[slot];
    if (cached != null && Arrays.equals(key, 0, key.length, bytes, from, from + length)) {
      return cached;
    }
    String text = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    keys[slot] = Arrays.copyOfRange(bytes, from, from + length);
    texts[slot] = text;
    return text;
  }

  private static int slot(byte[] bytes, int from, int length) {
    long hash = length;
    int i = from;
    int end = from + length;
    for (; i + 8 <= end; i += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    for (; i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 53);
  }

  /** The same for text that only the limit of the scanner bounds. */
  String readUnlimited() {
    return decode(Integer.MAX_VALUE);
  }

  private String decode(int longest) {
    int length = scanner.length();
    if (length > 6L * longest) {
      throw deviations.error("a text longer than the limit");
    }
    CharBuffer chars;
    try {
      chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(scanner.bytes(), scanner.from(), length));
    } catch (CharacterCodingException e) {
      throw malformed();
    }
    StringBuilder text = new StringBuilder(chars.length());
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else {
        char escape = chars.charAt(++i);
        text.append(escape == 'u' ? unicode(chars, i) : plain(escape));
        i += escape == 'u' ? 4 : 0;
      }
    }
    if (text.length() > longest) {
      throw deviations.error("a text longer than the limit");
    }
    return text.toString();
  }

  private char plain(char escape) {
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw malformed();
    };
  }

  private char unicode(CharBuffer chars, int at) {
    int code = 0;
    for (int i = at + 1; i <= at + 4; i++) {
      int digit = i < chars.length() ? Character.digit(chars.charAt(i), 16) : -1;
      if (digit < 0 || chars.charAt(i) > 'f') {
        throw malformed();
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private RuntimeException malformed() {
    return deviations.error("the input is not well-formed JSON");
  }
}
