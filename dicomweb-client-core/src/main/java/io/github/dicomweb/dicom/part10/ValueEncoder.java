// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes the bytes of a value, in little endian byte order and UTF-8, without padding. */
final class ValueEncoder {
  private static final int LONGEST_UID = 64;

  private ValueEncoder() {}

  static byte[] numbers(NumberElement element, String path) {
    VR vr = element.vr();
    if ((long) element.count() * vr.unitBytes() > Integer.MAX_VALUE) {
      throw DicomFormatException.ofValue("more numbers than fit into memory", path);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(element.count() * vr.unitBytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < element.count(); i++) {
      Number number = element.number(i);
      if (number == null) {
        throw DicomFormatException.ofValue("a missing number among others", path);
      }
      if (vr.isFloatingPoint()) {
        putReal(bytes, vr, number.doubleValue(), path);
      } else {
        putWhole(bytes, vr, number.longValue(), path);
      }
    }
    return bytes.array();
  }

  private static void putReal(ByteBuffer bytes, VR vr, double number, String path) {
    if (vr == VR.FD) {
      bytes.putDouble(number);
      return;
    }
    float rounded = (float) number;
    if (Float.isInfinite(rounded) && !Double.isInfinite(number)) {
      throw outOfRange(path);
    }
    bytes.putFloat(rounded);
  }

  private static void putWhole(ByteBuffer bytes, VR vr, long number, String path) {
    int unit = vr.unitBytes();
    if (unit == 8) {
      bytes.putLong(number);
      return;
    }
    boolean unsigned = vr == VR.US || vr == VR.UL;
    long least = unsigned ? 0 : -(1L << (8 * unit - 1));
    if (number < least || number >= least + (1L << (8 * unit))) {
      throw outOfRange(path);
    }
    if (unit == 2) {
      bytes.putShort((short) number);
    } else {
      bytes.putInt((int) number);
    }
  }

  private static DicomFormatException outOfRange(String path) {
    return DicomFormatException.ofValue("a number outside the range of its VR", path);
  }

  static byte[] tags(List<String> values, String path) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (String value : values) {
      long tag = Tags.parseHex(value);
      if (tag < 0) {
        throw DicomFormatException.ofValue("a value that is no tag", path);
      }
      bytes.putShort((short) (tag >>> 16)).putShort((short) tag);
    }
    return bytes.array();
  }

  /** Refuses what is no UID (PS3.5 §9.1), but for zeros in front, which are met and do no harm. */
  static void checkUid(String value, String path) {
    if (value.length() > LONGEST_UID) {
      throw DicomFormatException.ofValue("a UID of more than 64 characters", path);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        throw DicomFormatException.ofValue(
            "a UID with other characters than digits and dots", path);
      }
    }
  }

  static byte[] text(Element element, String path) {
    VR vr = element.vr();
    List<String> values = element.strings();
    boolean separates = vr.isMultiValued() || !vr.isStandard();
    if (separates ? values.stream().anyMatch(v -> v.indexOf('\\') >= 0) : values.size() > 1) {
      throw DicomFormatException.ofValue(
          separates
              ? "a backslash in a value of an attribute that may have several"
              : "several values of an attribute that has one",
          path);
    }
    if (vr == VR.UI) {
      values.forEach(value -> checkUid(value, path));
    }
    String joined = String.join("\\", values);
    if (vr.usesSpecificCharacterSet() || !vr.isStandard()) {
      return joined.getBytes(StandardCharsets.UTF_8);
    }
    try {
      // bytes beyond ASCII have no meaning in these: what the reader kept goes out as it came
      ByteBuffer encoded = StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(joined));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw DicomFormatException.ofValue("a character that the VR does not have", path);
    }
  }
}
