// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import com.fasterxml.jackson.core.io.SerializedString;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import org.jspecify.annotations.Nullable;

/**
 * The names of attributes and the codes of VRs as they stand in JSON. Datasets of one answer have
 * the same attributes over and over, so those met last are kept. Not thread-safe.
 */
final class MemberNames {
  private static final int SLOTS = 1024;
  private static final int LETTERS = 26;
  private static final int CODES = LETTERS * LETTERS;

  private final int[] tags = new int[SLOTS];
  private final @Nullable SerializedString[] names = new @Nullable SerializedString[SLOTS];
  private final @Nullable SerializedString[] codes = new @Nullable SerializedString[CODES];

  /** Eight hexadecimal digits. */
  SerializedString of(int tag) {
    int slot = (tag ^ tag >>> 13 ^ tag >>> 22) & SLOTS - 1;
    SerializedString name = names[slot];
    if (name == null || tags[slot] != tag) {
      name = new SerializedString(Tags.toHex(tag));
      names[slot] = name;
      tags[slot] = tag;
    }
    return name;
  }

  /** Two letters. */
  SerializedString code(VR vr) {
    String code = vr.code();
    int slot = code.length() == 2 ? (code.charAt(0) * LETTERS + code.charAt(1)) % CODES : 0;
    SerializedString known = codes[slot];
    if (known == null || !known.getValue().equals(code)) {
      known = new SerializedString(code);
      codes[slot] = known;
    }
    return known;
  }
}
