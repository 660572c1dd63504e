// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

  /** Is told of bytes that mean nothing in the sets. */
  interface Damage {
    void found();
  }

  static final CharacterSets DEFAULT = new CharacterSets(null, Iso2022Set.ASCII, null, null);

  // defined terms (PS3.3 tables C.12-2 to C.12-5)
  private static final Pattern ALONE =
      Pattern.compile(
          "(ISO_IR|ISO 2022 IR) (100|101|109|110|144|127|126|138|148|203|13|166)"
              + "|ISO_IR 192|GB18030|GBK|ISO 2022 IR (6|87|159|149|58)");
  private static final Pattern AMONG_OTHERS =
      Pattern.compile(
          "ISO 2022 IR (6|100|101|109|110|144|127|126|138|148|203|13|166|87|159|149|58)");

  // of the sets without code extensions: one charset for all bytes
  private final @Nullable Charset whole;
  private final Iso2022Set initial;
  // for bytes whose escape sequence is missing
  private final @Nullable Iso2022Set fallback;
  private final @Nullable String deviation;

  private CharacterSets(
      @Nullable Charset whole,
      Iso2022Set initial,
      @Nullable Iso2022Set fallback,
      @Nullable String deviation) {
    this.whole = whole;
    this.initial = initial;
    this.fallback = fallback;
    this.deviation = deviation;
  }

  static CharacterSets of(List<String> names) {
    String first = names.isEmpty() ? "" : normal(names.get(0));
    Iso2022Set named = Iso2022Set.ofName(first);
    // a set of two bytes is never the first, unless the first was lost on the way
    Iso2022Set initial = named == null || named.bytes() > 1 ? Iso2022Set.ASCII : named;
    Charset whole = whole(first);
    String deviation = deviation(names);
    if (whole != null) {
      // these go together with no other
      return new CharacterSets(whole, initial, null, deviation);
    }
    boolean extended = names.size() > 1 || first.startsWith("ISO 2022");
    if (!extended) {
      return new CharacterSets(initial.wholeCharset(), initial, null, deviation);
    }
    Iso2022Set fallback = null;
    for (String name : names) {
      Iso2022Set set = Iso2022Set.ofName(normal(name));
      if (fallback == null && set != null && !set.isLower()) {
        fallback = set;
      }
    }
    return new CharacterSets(null, initial, fallback, deviation);
  }

  private static @Nullable String deviation(List<String> names) {
    boolean alone = names.size() == 1;
    String odd = null;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean known = Iso2022Set.ofName(normal(name)) != null || whole(normal(name)) != null;
      boolean first = name.isEmpty() && i == 0;
      if (!known && !first) {
        return "a character set that is not known";
      }
      if (!first && !(alone ? ALONE : AMONG_OTHERS).matcher(name).matches()) {
        odd = "a character set that is not named, or combined, as the standard has it";
      }
    }
    return odd;
  }

  /** What is wrong with the names; null when nothing is. */
  @Nullable String deviation() {
    return deviation;
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

  String decode(byte[] bytes, Delimiters delimiters, Damage damage) {
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    if (whole != null) {
      String text = decode(bytes, whole);
      if (text == null) {
        damage.found();
        return new String(bytes, whole);
      }
      return text;
    }
    if (initial == Iso2022Set.ASCII && fallback == null && !hasEscape(bytes)) {
      damage.found();
      String text = decode(bytes, StandardCharsets.UTF_8);
      return text == null ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
    }
    String text = new Iso2022Decoder(bytes, initial, fallback, delimiters).decode();
    if (text.indexOf('\uFFFD') >= 0 || text.indexOf(Iso2022Decoder.ESCAPE) >= 0) {
      damage.found();
    }
    return text;
  }

  private static boolean hasEscape(byte[] bytes) {
    for (byte b : bytes) {
      if (b == Iso2022Decoder.ESCAPE) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b == Iso2022Decoder.ESCAPE) {
        return false;
      }
    }
    return true;
  }

  /** The text, or null when there are bytes that mean nothing. */
  private static @Nullable String decode(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
