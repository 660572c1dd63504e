// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text in the character sets that Specific Character Set (0008,0005) names (PS3.3 §C.12.1.1.2). A
 * name that is not known counts as the default repertoire; there, bytes that it does not have are
 * taken as UTF-8 where they are valid as such, and as ISO 8859-1 otherwise.
 */
final class CharacterSets {
  /** What ends the reach of an escape sequence (PS3.5 §6.1.2.5.3). */
  enum Delimiters {
    TEXT("\\\r\n\f\t"),
    NAME("\\\r\n\f\t^=");

    private final String characters;

    Delimiters(String characters) {
      this.characters = characters;
    }

    boolean contains(int character) {
      return characters.indexOf(character) >= 0;
    }
  }

  static final CharacterSets DEFAULT = new CharacterSets(null, Iso2022Set.ASCII, null, false);

  // of the sets without code extensions: one charset for all bytes
  private final @Nullable Charset whole;
  private final Iso2022Set initial;
  // for bytes whose escape sequence is missing
  private final @Nullable Iso2022Set fallback;
  private final boolean extended;

  private CharacterSets(
      @Nullable Charset whole,
      Iso2022Set initial,
      @Nullable Iso2022Set fallback,
      boolean extended) {
    this.whole = whole;
    this.initial = initial;
    this.fallback = fallback;
    this.extended = extended;
  }

  static CharacterSets of(List<String> names) {
    String first = names.isEmpty() ? "" : normal(names.get(0));
    Iso2022Set named = Iso2022Set.ofName(first);
    // a set of two bytes is never the first, unless the first was lost on the way
    Iso2022Set initial = named == null || named.bytes() > 1 ? Iso2022Set.ASCII : named;
    boolean extended = names.size() > 1 || first.startsWith("ISO 2022");
    if (!extended) {
      Charset whole = whole(first);
      return new CharacterSets(
          whole == null ? initial.wholeCharset() : whole, initial, null, false);
    }
    Iso2022Set fallback = null;
    for (String name : names) {
      Iso2022Set set = Iso2022Set.ofName(normal(name));
      if (fallback == null && set != null && !set.isLower()) {
        fallback = set;
      }
    }
    return new CharacterSets(null, initial, fallback, true);
  }

  // ISO_IR 100 is also met as ISO-IR 100, ISO IR 100 and ISO_IR_100
  private static String normal(String name) {
    String text = name.strip().toUpperCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return text.startsWith("ISO2022") ? "ISO 2022" + text.substring(7) : text;
  }

  private static @Nullable Charset whole(String name) {
    return switch (name) {
      case "ISO IR 192", "UTF 8", "UTF8" -> StandardCharsets.UTF_8;
      case "GB18030" -> Iso2022Set.charset("GB18030");
      case "GBK" -> Iso2022Set.charset("GBK");
      default -> null;
    };
  }

  String decode(byte[] bytes, Delimiters delimiters) {
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    if (whole != null) {
      return new String(bytes, whole);
    }
    if (initial == Iso2022Set.ASCII && !extended) {
      return guess(bytes);
    }
    return new Iso2022Decoder(bytes, initial, fallback, delimiters).decode();
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b == Iso2022Decoder.ESCAPE) {
        return false;
      }
    }
    return true;
  }

  private static String guess(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
