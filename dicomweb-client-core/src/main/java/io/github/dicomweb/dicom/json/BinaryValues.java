// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.NumberReader;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.RawAttribute.RawNumber;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Binary data that stands in {@code Value}: an array of numbers, or base64 there. */
final class BinaryValues {
  private final Deviations deviations;
  private final Budget budget;
  private final Base64Text base64;

  BinaryValues(Deviations deviations, Budget budget) {
    this.deviations = deviations;
    this.budget = budget;
    this.base64 = new Base64Text(budget);
  }

  Element read(RawAttribute raw, VR vr) {
    deviations.add("binary data as values");
    if (raw.count == 1 && raw.values[0] instanceof String text) {
      return BinaryElement.of(
          raw.tag, vr, base64.decode(text.getBytes(ISO_8859_1), 0, text.length(), deviations));
    }
    int unit = vr.unitBytes();
    base64.checkTotal((long) raw.count * unit, deviations);
    budget.hold((long) raw.count * unit);
    ByteBuffer bytes = ByteBuffer.allocate(raw.count * unit).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < raw.count; i++) {
      if (!put(bytes, vr, raw.values[i])) {
        deviations.add("binary data as values that do not fit the vr, left out");
        return EmptyElement.of(raw.tag, vr);
      }
    }
    return BinaryElement.of(raw.tag, vr, bytes.array());
  }

  private static boolean put(ByteBuffer bytes, VR vr, @Nullable Object value) {
    String text;
    if (value instanceof RawNumber number) {
      text = number.text();
    } else if (value instanceof Number number) {
      text = number.toString();
    } else {
      return false;
    }
    if (vr == VR.OF || vr == VR.OD) {
      Number real = NumberReader.read(VR.FD, text);
      if (real == null) {
        return false;
      }
      if (vr == VR.OF) {
        bytes.putFloat(real.floatValue());
      } else {
        bytes.putDouble(real.doubleValue());
      }
      return true;
    }
    int unit = vr.unitBytes();
    Number whole = NumberReader.read(unit == 8 ? VR.UV : VR.SV, text);
    if (whole == null) {
      return false;
    }
    long number = whole.longValue();
    // signed or not: what has the bits
    if (unit < 8 && (number >= 1L << (8 * unit) || number < -(1L << (8 * unit - 1)))) {
      return false;
    }
    switch (unit) {
      case 1 -> bytes.put((byte) number);
      case 2 -> bytes.putShort((short) number);
      case 4 -> bytes.putInt((int) number);
      default -> bytes.putLong(number);
    }
    return true;
  }
}
