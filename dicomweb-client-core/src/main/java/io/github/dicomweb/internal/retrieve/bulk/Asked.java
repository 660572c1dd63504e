// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import java.util.ArrayList;
import java.util.List;

/**
 * The media types that the caller asked for, each of them legal.
 *
 * @param category what they are asked of
 * @param ranges the ranges; none stands for what is stored
 */
record Asked(ResourceCategory category, List<MediaRange> ranges) {
  static Asked stored(ResourceCategory category) {
    return new Asked(category, List.of());
  }

  Asked types(MediaType... types) {
    List<MediaRange> all = new ArrayList<>();
    for (MediaType type : types) {
      all.add(MediaRange.of(type));
    }
    return ranges(all);
  }

  Asked ranges(List<MediaRange> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("at least one media type must be accepted");
    }
    all.forEach(category::require);
    return new Asked(category, List.copyOf(all));
  }

  boolean isStored() {
    return ranges.isEmpty();
  }
}
