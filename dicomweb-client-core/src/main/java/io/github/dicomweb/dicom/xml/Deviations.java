// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.error.DicomFormatException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Collects deviations, and knows where in the document the parser is. */
final class Deviations {
  private static final int LISTED = 100;

  private final Deque<String> path = new ArrayDeque<>();
  private final List<Deviation> listed = new ArrayList<>();
  private long count;
  private boolean strict;

  void strict() {
    strict = true;
  }

  void enterAttribute(int tag) {
    path.addLast(Tags.toHex(tag));
  }

  void enterItem(int index) {
    path.addLast("[" + index + "].");
  }

  void leave() {
    path.removeLast();
  }

  void add(String description) {
    if (strict) {
      throw error(description);
    }
    if (count++ < LISTED) {
      listed.add(new Deviation(String.join("", path), description));
    }
  }

  DicomFormatException error(String message) {
    return DicomFormatException.at(message, -1, String.join("", path), null);
  }

  List<Deviation> list() {
    return List.copyOf(listed);
  }

  long count() {
    return count;
  }
}
