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
import org.jspecify.annotations.Nullable;

/**
 * Makes strings of the scanner's text. The results of a search repeat the same short values over
 * and over; those share one string.
 */
final class TextCache {
  private static final int SLOTS = 2048;
  private static final int LONGEST = 64;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final JsonScanner scanner;
  private final Deviations deviations;
  private final int limit;
  private final @Nullable String[] texts = new @Nullable String[SLOTS];
  // for each text of the cache: its hash, and its bytes side by side with those of the others
  private final long[] hashes = new long[SLOTS];
  private final byte[] keys = new byte[SLOTS * LONGEST];
  private final int[] seen = new int[SLOTS];

  TextCache(JsonScanner scanner, Deviations deviations, int limit) {
    this.scanner = scanner;
    this.deviations = deviations;
    this.limit = limit;
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
    long hash = hash(bytes, from, length);
    int slot = (int) (hash >>> 53);
    String cached = texts[slot];
    if (cached != null && hashes[slot] == hash && isKept(slot, cached, bytes, from, length)) {
      return cached;
    }
    String text = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    if (seen[slot] == (int) hash) {
      hashes[slot] = hash;
      texts[slot] = text;
      System.arraycopy(bytes, from, keys, slot * LONGEST, length);
    } else {
      // what comes but once, as most identifiers do, puts nothing out
      seen[slot] = (int) hash;
    }
    return text;
  }

  private boolean isKept(int slot, String cached, byte[] bytes, int from, int length) {
    if (cached.length() != length) {
      return false;
    }
    int key = slot * LONGEST;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if ((long) LONGS.get(keys, key + i) != (long) LONGS.get(bytes, from + i)) {
        return false;
      }
    }
    return i == length || word(keys, key + i, length - i) == word(bytes, from + i, length - i);
  }

  private static long hash(byte[] bytes, int from, int length) {
    long hash = length;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, from + i)) * MIX;
      hash ^= hash >>> 29;
    }
    if (i < length) {
      hash = (hash ^ word(bytes, from + i, length - i)) * MIX;
      hash ^= hash >>> 29;
    }
    return hash * MIX;
  }

  /** One to seven bytes as a number. */
  private static long word(byte[] bytes, int from, int length) {
    if (from + 8 <= bytes.length) {
      return (long) LONGS.get(bytes, from) & (-1L >>> (64 - 8 * length));
    }
    long word = 0;
    for (int i = length - 1; i >= 0; i--) {
      word = word << 8 | (bytes[from + i] & 0xFF);
    }
    return word;
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
