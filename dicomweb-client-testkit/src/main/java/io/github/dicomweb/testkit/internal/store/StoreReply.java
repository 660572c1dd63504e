// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testkit.internal.archive.InstanceIdentity;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of each instance (PS3.18 §I.2). */
final class StoreReply {
  private final Links links;
  private final Set<String> studies = new LinkedHashSet<>();
  private final List<Dataset> stored = new ArrayList<>();
  private final List<Dataset> failed = new ArrayList<>();
  private final List<Dataset> unidentified = new ArrayList<>();

  StoreReply(Links links) {
    this.links = links;
  }

  void stored(InstanceIdentity identity) {
    studies.add(identity.studyInstanceUid());
    stored.add(
        Dataset.builder()
            .put(Tag.ReferencedSOPClassUID, identity.sopClassUid())
            .put(Tag.ReferencedSOPInstanceUID, identity.sopInstanceUid())
            .put(Tag.RetrieveURL, links.instance(identity))
            .build());
  }

  void refused(Refusal refusal) {
    DatasetBuilder item = Dataset.builder().putInts(Tag.FailureReason, refusal.reason());
    Optional<String> sopClass = refusal.sopClassUid();
    Optional<String> instance = refusal.sopInstanceUid();
    if (sopClass.isPresent() && instance.isPresent()) {
      failed.add(
          item.put(Tag.ReferencedSOPClassUID, sopClass.get())
              .put(Tag.ReferencedSOPInstanceUID, instance.get())
              .build());
    } else {
      unidentified.add(item.build());
    }
  }

  int status() {
    if (stored.isEmpty()) {
      return 409;
    }
    return failed.isEmpty() && unidentified.isEmpty() ? 200 : 202;
  }

  /**
   * The dataset of the answer.
   *
   * @param study the study of the request
   */
  Dataset toDataset(Optional<String> study) {
    DatasetBuilder builder = Dataset.builder();
    Set<String> common = study.isPresent() ? Set.of(study.get()) : studies;
    if (common.size() == 1 && !stored.isEmpty()) {
      builder.put(Tag.RetrieveURL, links.study(common.iterator().next()));
    } else {
      builder.put(EmptyElement.of(Tag.RetrieveURL, VR.UR));
    }
    putItems(builder, Tag.ReferencedSOPSequence, stored);
    putItems(builder, Tag.FailedSOPSequence, failed);
    putItems(builder, Tag.OtherFailuresSequence, unidentified);
    return builder.build();
  }

  private static void putItems(DatasetBuilder builder, int tag, List<Dataset> items) {
    if (!items.isEmpty()) {
      builder.putSequence(tag, items);
    }
  }
}
