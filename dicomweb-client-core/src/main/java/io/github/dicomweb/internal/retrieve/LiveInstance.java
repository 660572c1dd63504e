// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.retrieve.InstancePart;

/** An instance that is arriving. */
final class LiveInstance extends LivePart implements InstancePart {
  LiveInstance(LivePart part) {
    super(part);
  }

  LiveInstance(LivePart part, int index) {
    super(part, index);
  }

  @Override
  public String toString() {
    return "InstancePart[" + index() + "]";
  }
}
