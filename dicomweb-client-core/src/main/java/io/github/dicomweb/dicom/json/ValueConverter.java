// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import io.github.dicomweb.dicom.NumberReader;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.RawAttribute.RawNumber;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes a value what its VR wants it to be. */
final class ValueConverter {
  private final Deviations deviations;

  ValueConverter(Deviations deviations) {
    this.deviations = deviations;
  }

  /** The value as text, empty for what is missing or cannot be text. */
  String text(@Nullable Object value, VR vr) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return vr == VR.AT ? tag(text) : trim(text, vr);
    }
    if (value instanceof RawNumber number) {
      return ofNumber(number.text(), vr);
    }
    if (value instanceof Number number) {
      return ofNumber(number.toString(), vr);
    }
    if (value instanceof Boolean flag) {
      deviations.add("true or false instead of text");
      return flag.toString();
    }
    if (value instanceof PersonName name) {
      deviations.add("a name instead of text");
      return name.toDicomString();
    }
    deviations.add("an object instead of text, left out");
    return "";
  }

  private String ofNumber(String number, VR vr) {
    if (vr == VR.DS) {
      char last = number.charAt(number.length() - 1);
      if (last < '0' || last > '9') {
        deviations.add("a number that is not finite");
      }
      return number;
    }
    if (vr == VR.IS) {
      if (isWhole(number)) {
        return number;
      }
      Number whole = NumberReader.read(VR.SV, number);
      if (whole == null) {
        deviations.add("a number that is not whole where the vr is IS");
        return number;
      }
      String text = whole.toString();
      if (!text.equals(number)) {
        deviations.add("a whole number that is written with a fraction or an exponent");
      }
      return text;
    }
    deviations.add("a number instead of text");
    return number;
  }

  /** Whether a number is written as a whole one; what may be too long for one is left to others. */
  private static boolean isWhole(String number) {
    int length = number.length();
    int sign = number.charAt(0) == '-' ? 1 : 0;
    if (length - sign > 18 || (number.charAt(sign) == '0' && length > 1)) {
      return false;
    }
    for (int i = sign; i < length; i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private String tag(String text) {
    long hex = Tags.parseHex(text);
    if (hex >= 0) {
      String upper = Tags.toHex((int) hex);
      if (!upper.equals(text)) {
        deviations.add("a tag in lower case");
      }
      return upper;
    }
    OptionalInt other = Tags.parse(text.trim());
    if (other.isPresent()) {
      deviations.add("a tag that is not written as eight hexadecimal digits");
      return Tags.toHex(other.getAsInt());
    }
    if (!text.isEmpty()) {
      deviations.add("text that is no tag");
    }
    return text;
  }

  // padding is not needed in JSON, and means nothing (PS3.5 §6.2)
  private static String trim(String text, VR vr) {
    int to = text.length();
    while (to > 0 && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == 0)) {
      to--;
    }
    int from = 0;
    if (vr.trimsLeadingSpaces()) {
      while (from < to && text.charAt(from) == ' ') {
        from++;
      }
    }
    return to - from == text.length() ? text : text.substring(from, to);
  }

  /** The value as a number, null for what is missing or cannot be one. */
  @Nullable Number number(@Nullable Object value, VR vr) {
    if (value == null) {
      return null;
    }
    if (value instanceof Long || (value instanceof Double && vr.isFloatingPoint())) {
      return (Number) value;
    }
    Number number = null;
    if (value instanceof RawNumber raw) {
      number = NumberReader.read(vr, raw.text());
      if (number instanceof Double real && !Double.isFinite(real)) {
        deviations.add("a number that is not finite");
      }
    } else if (value instanceof Double real) {
      number = NumberReader.read(vr, real.toString());
    } else if (value instanceof String text) {
      if (text.isBlank()) {
        deviations.add("empty text instead of a number");
        return null;
      }
      number = NumberReader.read(vr, text.trim());
      if (number != null && vr != VR.SV && vr != VR.UV) {
        deviations.add("text instead of a number");
      }
    }
    if (number == null) {
      deviations.add("a value that is no number of its vr, left out");
    }
    return number;
  }

  /** The value as a name, empty for what is missing or cannot be one. */
  PersonName name(@Nullable Object value) {
    if (value instanceof PersonName name) {
      return name;
    }
    if (value instanceof String text) {
      deviations.add("a name as text");
      return PersonName.parse(text);
    }
    if (value instanceof RawNumber number) {
      deviations.add("a number instead of a name");
      return PersonName.of(number.text());
    }
    if (value != null && value != RawAttribute.EMPTY_OBJECT) {
      deviations.add("a value that is no name, left out");
    }
    return PersonName.EMPTY;
  }
}
