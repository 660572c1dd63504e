// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes strings of the parser's text. The results of a search repeat the same short values over and
 * over; those share one string.
 */
final class TextCache {
  private static final int SLOTS = 2048;
  private static final int LONGEST = 64;

  private final JsonParser parser;
  private final Deviations deviations;
  private final int limit;
  private final @Nullable String[] slots = new @Nullable String[SLOTS];

  TextCache(JsonParser parser, Deviations deviations, int limit) {
    this.parser = parser;
    this.deviations = deviations;
    this.limit = limit;
  }

  /** The text of the current token. */
  String read() throws IOException {
    char[] chars = parser.getTextCharacters();
    int length = parser.getTextLength();
    int from = parser.getTextOffset();
    if (length > LONGEST) {
      if (length > limit) {
        throw deviations.error("a text longer than the limit");
      }
      return new String(chars, from, length);
    }
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String cached = slots[slot];
    if (cached != null && same(cached, chars, from, length)) {
      return cached;
    }
    String text = new String(chars, from, length);
    slots[slot] = text;
    return text;
  }

  private static boolean same(String cached, char[] chars, int from, int length) {
    if (cached.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (cached.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }
}
