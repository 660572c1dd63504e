// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import io.github.dicomweb.dicom.VR;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of an attribute as they were read. The VR may come behind the values, so what they
 * mean is decided at the end.
 *
 * <p>A value is a String, a {@link RawNumber}, a Long or Double, a Boolean, a PersonName, a
 * Dataset, {@link #EMPTY_OBJECT} or null.
 */
final class RawAttribute {
  /** A number whose text may matter. */
  record RawNumber(String text) {}

  /** An object of no members: an item or a name. */
  static final Object EMPTY_OBJECT = new Object();

  private static final int FEW = 16;

  int tag;
  @Nullable VR vr;
  @Nullable String bulkDataUri;
  byte @Nullable [] inlineBinary;
  @Nullable List<byte[]> fragments;
  boolean hasValue;
  @Nullable Object[] values = new @Nullable Object[4];
  int count;

  void reset(int newTag) {
    tag = newTag;
    vr = null;
    bulkDataUri = null;
    inlineBinary = null;
    fragments = null;
    clearValues();
    hasValue = false;
  }

  void clearValues() {
    if (count > FEW) {
      // lets go of what a long list of values has left behind
      Arrays.fill(values, 0, count, null);
    }
    count = 0;
  }

  void add(@Nullable Object value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }
}
