// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import java.util.List;
import java.util.Optional;

/** Attributes of a frame, which may be in functional groups (PS3.3 §C.7.6.16). */
final class FrameGroups {
  private FrameGroups() {}

  /** Where the attributes of a functional group are: its item, or the dataset itself. */
  static Dataset of(Dataset dataset, int frame, int groupSequence) {
    List<Dataset> perFrame = dataset.sequence(Tag.PerFrameFunctionalGroupsSequence);
    Optional<Dataset> own =
        frame <= perFrame.size() ? perFrame.get(frame - 1).item(groupSequence) : Optional.empty();
    return own.or(
            () ->
                dataset
                    .item(Tag.SharedFunctionalGroupsSequence)
                    .flatMap(shared -> shared.item(groupSequence)))
        .orElse(dataset);
  }
}
