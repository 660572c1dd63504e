// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.CharacterSets.Damage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes an element of the bytes of a value. */
final class ValueDecoder {
  private ValueDecoder() {}

  static Element decode(int tag, VR written, byte[] bytes, Context context, Damage damage) {
    VR vr = context.known(tag, written);
    boolean bigEndian = context.encoding().bigEndian() && vr == written;
    if (vr == VR.AT) {
      return tags(tag, bytes, bigEndian);
    }
    return switch (vr.kind()) {
      case TEXT -> text(tag, vr, bytes, context, damage);
      case PERSON_NAME -> names(tag, vr, bytes, context, damage);
      case NUMBER -> numbers(tag, vr, bytes, bigEndian);
      case BINARY, SEQUENCE ->
          BinaryElement.of(tag, vr, bigEndian ? swap(bytes, vr.unitBytes()) : bytes);
    };
  }

  private static Element text(int tag, VR vr, byte[] bytes, Context context, Damage damage) {
    String text =
        vr.usesSpecificCharacterSet()
            ? context.characterSets().decode(bytes, CharacterSets.Delimiters.TEXT, damage)
            : new String(bytes, StandardCharsets.ISO_8859_1);
    if (!vr.isMultiValued()) {
      return TextElement.of(tag, vr, trim(text, vr));
    }
    if (text.indexOf('\\') < 0) {
      return TextElement.of(tag, vr, trim(text, vr));
    }
    List<String> values = new ArrayList<>();
    for (String value : text.split("\\\\", -1)) {
      values.add(trim(value, vr));
    }
    return TextElement.of(tag, vr, values);
  }

  // trailing spaces and zeros are padding in every VR, leading spaces in some (PS3.5 §6.2)
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
    return text.substring(from, to);
  }

  private static Element names(int tag, VR vr, byte[] bytes, Context context, Damage damage) {
    String text = context.characterSets().decode(bytes, CharacterSets.Delimiters.NAME, damage);
    List<PersonName> names = new ArrayList<>();
    for (String name : text.split("\\\\", -1)) {
      names.add(PersonName.parse(name));
    }
    return PersonNameElement.of(tag, vr, names);
  }

  private static Element tags(int tag, byte[] bytes, boolean bigEndian) {
    if (bytes.length % 4 != 0) {
      return BinaryElement.of(tag, VR.AT, bytes);
    }
    ByteBuffer buffer = buffer(bytes, bigEndian);
    List<String> values = new ArrayList<>();
    while (buffer.hasRemaining()) {
      int group = buffer.getShort() & 0xFFFF;
      values.add(Tags.toHex(group << 16 | (buffer.getShort() & 0xFFFF)));
    }
    return TextElement.of(tag, VR.AT, values);
  }

  private static Element numbers(int tag, VR vr, byte[] bytes, boolean bigEndian) {
    int unit = vr.unitBytes();
    if (bytes.length % unit != 0) {
      // not a number of the VR: the bytes at least are kept
      return BinaryElement.of(tag, vr, bytes);
    }
    ByteBuffer buffer = buffer(bytes, bigEndian);
    int count = bytes.length / unit;
    if (vr.isFloatingPoint()) {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = unit == 4 ? buffer.getFloat() : buffer.getDouble();
      }
      return NumberElement.of(tag, vr, values);
    }
    boolean unsigned = vr == VR.US || vr == VR.UL;
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (unit) {
            case 2 -> unsigned ? buffer.getShort() & 0xFFFFL : buffer.getShort();
            case 4 -> unsigned ? buffer.getInt() & 0xFFFFFFFFL : buffer.getInt();
            default -> buffer.getLong();
          };
    }
    return NumberElement.of(tag, vr, values);
  }

  private static ByteBuffer buffer(byte[] bytes, boolean bigEndian) {
    return ByteBuffer.wrap(bytes).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] swap(byte[] bytes, int unit) {
    if (unit == 1) {
      return bytes;
    }
    byte[] swapped = bytes.clone();
    for (int from = 0; from + unit <= bytes.length; from += unit) {
      for (int i = 0; i < unit; i++) {
        swapped[from + i] = bytes[from + unit - 1 - i];
      }
    }
    return swapped;
  }
}
