// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.retrieve.FramePart;

/** A frame that is arriving. */
final class LiveFrame extends LivePart implements FramePart {
  private final int number;

  LiveFrame(LivePart part, int index, int number) {
    super(part, index);
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String toString() {
    return "FramePart[" + number + "]";
  }
}
