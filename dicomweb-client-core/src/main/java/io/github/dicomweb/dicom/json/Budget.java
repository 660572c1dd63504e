// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import io.github.dicomweb.config.Limits;

/** What one dataset, with all its items, may still hold. */
final class Budget {
  private final Limits limits;
  private final Deviations deviations;
  private int elements;
  private long bytes;

  Budget(Limits limits, Deviations deviations) {
    this.limits = limits;
    this.deviations = deviations;
  }

  void beginDataset() {
    elements = 0;
    bytes = 0;
  }

  void countElement() {
    if (++elements > limits.elements()) {
      throw deviations.error("more attributes than the limit");
    }
  }

  void hold(long more) {
    bytes += more;
    if (bytes > limits.totalInlineBytes()) {
      throw deviations.error("inline binary data together larger than the limit");
    }
  }

  int inlineBytes() {
    return limits.inlineBytes();
  }
}
