// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.part10.CharacterSets.Delimiters;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text with code extensions (PS3.5 §6.1.2.5). One set is in use for the bytes below 128 and
 * one for those above; a delimiter puts back those of the first value of Specific Character Set.
 */
final class Iso2022Decoder {
  static final int ESCAPE = 0x1B;

  private final byte[] text;
  private final Iso2022Set initial;
  private final @Nullable Iso2022Set fallback;
  private final Delimiters delimiters;
  private final StringBuilder decoded = new StringBuilder();
  private Iso2022Set lower = Iso2022Set.ASCII;
  private @Nullable Iso2022Set upper;

  Iso2022Decoder(
      byte[] text, Iso2022Set initial, @Nullable Iso2022Set fallback, Delimiters delimiters) {
    this.text = text;
    this.initial = initial;
    this.fallback = fallback;
    this.delimiters = delimiters;
    reset();
  }

  private void reset() {
    lower = initial.isLower() ? initial : Iso2022Set.ASCII;
    upper = initial.isLower() ? null : initial;
  }

  String decode() {
    int at = 0;
    while (at < text.length) {
      int code = text[at] & 0xFF;
      if (code == ESCAPE) {
        at += escape(at + 1);
      } else if (code >= 0x80) {
        at += character(upper == null ? fallback : upper, at);
      } else if (lower.bytes() > 1 && code > 0x20 && code < 0x7F) {
        at += character(lower, at);
      } else {
        decoded.append((char) code);
        if (delimiters.contains(code)) {
          reset();
        }
        at++;
      }
    }
    return decoded.toString();
  }

  private int escape(int from) {
    Iso2022Set set = Iso2022Set.ofEscape(text, from);
    if (set == null) {
      decoded.append((char) ESCAPE);
      return 1;
    }
    if (set.isLower()) {
      lower = set;
    } else {
      upper = set;
    }
    return 1 + set.escapeLength();
  }

  private int character(@Nullable Iso2022Set set, int at) {
    if (set == null) {
      decoded.append('\uFFFD');
      return 1;
    }
    int length = Math.min(set.bytes(), text.length - at);
    decoded.append(set.decode(text, at, length));
    return length;
  }
}
