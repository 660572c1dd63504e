// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.part10.ReadOptions.Tolerance;
import io.github.dicomweb.error.DicomFormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one reading of a file has met so far: where it is, what it held, what was wrong. */
final class ReadState {
  private static final int LISTED = 100;
  private static final int NO_ITEM = -1;

  private final Limits limits;
  private final Tolerance tolerance;
  private final List<Deviation> warnings = new ArrayList<>();
  private int[] tags = new int[8];
  private int[] items = new int[8];
  private int depth;
  private int elements;
  private long held;
  private @Nullable DicomFormatException problem;
  private boolean limitExceeded;
  private boolean stopped;

  ReadState(Limits limits, Tolerance tolerance) {
    this.limits = limits;
    this.tolerance = tolerance;
  }

  /** For reading bytes that may turn out to be something else: what is spent counts on here. */
  ReadState forTrial() {
    ReadState trial = new ReadState(limits, Tolerance.DEVIATIONS);
    trial.tags = tags.clone();
    trial.items = items.clone();
    trial.depth = depth;
    trial.elements = elements;
    trial.held = held;
    return trial;
  }

  /** Takes over what a trial has spent, and its deviations when it succeeded. */
  void add(ReadState trial, boolean success) {
    elements = trial.elements;
    held = trial.held;
    limitExceeded |= trial.limitExceeded;
    if (success) {
      if (tolerance == Tolerance.NOTHING && !trial.warnings.isEmpty()) {
        Deviation first = trial.warnings.get(0);
        throw DicomFormatException.at(first.description(), -1, first.location(), null);
      }
      trial.warnings.stream().limit(LISTED - warnings.size()).forEach(warnings::add);
    }
  }

  void enterAttribute(int tag) {
    if (depth == tags.length) {
      tags = Arrays.copyOf(tags, 2 * depth);
      items = Arrays.copyOf(items, 2 * depth);
    }
    tags[depth] = tag;
    items[depth++] = NO_ITEM;
  }

  void enterItem(int index) {
    items[depth - 1] = index;
  }

  void leaveAttribute() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /** Goes back to where an attribute was entered, from behind an error. */
  void leaveTo(int earlierDepth) {
    depth = earlierDepth;
  }

  void warn(String description) {
    if (tolerance == Tolerance.NOTHING) {
      throw failure(description, -1);
    }
    if (warnings.size() < LISTED) {
      warnings.add(new Deviation(path(), description));
    }
  }

  private String path() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(i > 0 ? "." : "").append(Tags.toHex(tags[i]));
      if (items[i] != NO_ITEM) {
        text.append('[').append(items[i]).append(']');
      }
    }
    return text.toString();
  }

  /** Something from which on the bytes make no sense. */
  DicomFormatException failure(String message, long offset) {
    return DicomFormatException.at(message, offset, depth == 0 ? null : path(), null);
  }

  DicomFormatException truncated(long offset) {
    return failure("the input ends within an attribute", offset);
  }

  /** A limit that is passed, which is an error whether damage is tolerated or not. */
  DicomFormatException limit(String message, long offset) {
    limitExceeded = true;
    return failure(message, offset);
  }

  void countElement(long offset) {
    if (++elements > limits.elements()) {
      throw limit("more attributes and items than the limit", offset);
    }
  }

  void hold(long bytes, long offset) {
    held += bytes;
    if (held > limits.totalInlineBytes()) {
      throw limit("values that are together larger than the limit", offset);
    }
  }

  /** Keeps damage as the problem of the file, or throws it where it is not tolerated. */
  void damaged(DicomFormatException e) {
    if (tolerance != Tolerance.DAMAGE || limitExceeded) {
      throw e;
    }
    if (problem == null) {
      problem = e;
    }
  }

  /** Nothing that follows can be read. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  boolean isLimitExceeded() {
    return limitExceeded;
  }

  @Nullable DicomFormatException problem() {
    return problem;
  }

  List<Deviation> warnings() {
    return List.copyOf(warnings);
  }
}
