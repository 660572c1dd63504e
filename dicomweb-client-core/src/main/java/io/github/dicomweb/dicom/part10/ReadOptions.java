// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.config.Limits;
import java.util.function.IntPredicate;

/** How a file is read. */
record ReadOptions(
    Limits limits, boolean strict, long stopBefore, int largest, Large large, IntPredicate wanted) {
  /** What becomes of large values. */
  enum Large {
    READ,
    REFER,
    REFER_BINARY,
    LEAVE_OUT
  }

  static final ReadOptions DEFAULT =
      new ReadOptions(Limits.defaults(), false, Long.MAX_VALUE, 0, Large.READ, tag -> true);

  ReadOptions withLimits(Limits value) {
    return new ReadOptions(value, strict, stopBefore, largest, large, wanted);
  }

  ReadOptions asStrict() {
    return new ReadOptions(limits, true, stopBefore, largest, large, wanted);
  }

  ReadOptions withStopBefore(int tag) {
    return new ReadOptions(limits, strict, Integer.toUnsignedLong(tag), largest, large, wanted);
  }

  ReadOptions withLarge(int bytes, Large value) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is never negative");
    }
    return new ReadOptions(limits, strict, stopBefore, bytes, value, wanted);
  }

  /** What is not wanted is passed over, of the dataset itself, with all its items. */
  ReadOptions withWanted(IntPredicate value) {
    return new ReadOptions(limits, strict, stopBefore, largest, large, value);
  }
}
