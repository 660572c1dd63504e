// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.error.DicomFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Collects deviations, and knows where in the input the parser is. */
final class Deviations {
  private static final int LISTED = 100;

  private LongSupplier position = () -> -1;
  private final List<Deviation> listed = new ArrayList<>();
  private long count;
  private boolean strict;

  private int result = -1;
  private int depth;
  // the attribute being read at each depth, and the item being read in it
  private final int[] tags = new int[512];
  private final int[] items = new int[512];

  void attach(LongSupplier byteOffset) {
    position = byteOffset;
  }

  void strict() {
    strict = true;
  }

  void enterResult(int index) {
    result = index;
    depth = 0;
  }

  void enterAttribute(int atDepth, int tag) {
    depth = atDepth;
    tags[atDepth - 1] = tag;
    items[atDepth - 1] = 0;
  }

  void enterItem(int atDepth, int index) {
    items[atDepth - 1] = index;
  }

  void leaveTo(int atDepth) {
    depth = atDepth;
  }

  void add(String description) {
    if (strict) {
      throw error(description);
    }
    if (count++ < LISTED) {
      listed.add(new Deviation(pointer(), description));
    }
  }

  void atResult(int index, String description) {
    enterResult(index);
    add(description);
  }

  DicomFormatException error(String message) {
    return DicomFormatException.at(message, position.getAsLong(), pointer(), null);
  }

  private String pointer() {
    StringBuilder text = new StringBuilder();
    if (result >= 0) {
      text.append('/').append(result);
    }
    for (int i = 0; i < depth; i++) {
      if (i > 0) {
        text.append("/Value/").append(items[i - 1]);
      }
      text.append('/').append(Tags.toHex(tags[i]));
    }
    return text.toString();
  }

  List<Deviation> list() {
    return List.copyOf(listed);
  }

  long count() {
    return count;
  }
}
