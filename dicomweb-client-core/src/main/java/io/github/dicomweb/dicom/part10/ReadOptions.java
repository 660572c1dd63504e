// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.config.Limits;
import java.util.function.IntPredicate;

/** How a file is read. */
record ReadOptions(
    Limits limits,
    Tolerance tolerance,
    long stopBefore,
    int largest,
    Large large,
    IntPredicate wanted) {
  /** What becomes of large values. */
  enum Large {
    READ,
    REFER,
    REFER_BINARY,
    LEAVE_OUT
  }

  /** What is read all the same. */
  enum Tolerance {
    /** What can be read of a damaged file. */
    DAMAGE,
    /** A whole file, whatever is written differently from the standard in it. */
    DEVIATIONS,
    NOTHING
  }

  static final ReadOptions DEFAULT =
      new ReadOptions(
          Limits.defaults(), Tolerance.DAMAGE, Long.MAX_VALUE, 0, Large.READ, tag -> true);

  ReadOptions withLimits(Limits value) {
    return new ReadOptions(value, tolerance, stopBefore, largest, large, wanted);
  }

  ReadOptions withTolerance(Tolerance value) {
    return new ReadOptions(limits, value, stopBefore, largest, large, wanted);
  }

  ReadOptions withStopBefore(int tag) {
    return new ReadOptions(limits, tolerance, Integer.toUnsignedLong(tag), largest, large, wanted);
  }

  ReadOptions withLarge(int bytes, Large value) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is never negative");
    }
    return new ReadOptions(limits, tolerance, stopBefore, bytes, value, wanted);
  }

  /** What is not wanted is passed over, of the dataset itself, with all its items. */
  ReadOptions withWanted(IntPredicate value) {
    return new ReadOptions(limits, tolerance, stopBefore, largest, large, value);
  }
}
