// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a value of VR UN is a sequence, which nothing but its bytes can say. */
final class UnknownParser {
  private final ReadOptions options;
  private final ReadState state;

  UnknownParser(ReadOptions options, ReadState state) {
    this.options =
        options
            .withTolerance(ReadOptions.Tolerance.DEVIATIONS)
            .withLarge(0, ReadOptions.Large.READ);
    this.state = state;
  }

  /** The items in the bytes, or null when these are anything but whole items. */
  @Nullable List<Dataset> items(byte[] bytes, Context context, int depth) throws IOException {
    if (!beginsWithItem(bytes)) {
      return null;
    }
    ReadState trial = state.forTrial();
    ByteSource source = new ByteSource(new ByteArrayInputStream(bytes), bytes.length, null);
    List<Dataset> items;
    try {
      items =
          new DatasetParser(source, options, trial)
              .readItems(context.forUnknown(), bytes.length, false, depth);
    } catch (DicomFormatException e) {
      state.add(trial, false);
      if (trial.isLimitExceeded()) {
        throw e;
      }
      return null;
    }
    state.add(trial, true);
    return items;
  }

  private static boolean beginsWithItem(byte[] bytes) {
    return bytes.length >= 8
        && (bytes[0] & 0xFF) == 0xFE
        && (bytes[1] & 0xFF) == 0xFF
        && bytes[2] == 0
        && (bytes[3] & 0xFF) == 0xE0;
  }
}
