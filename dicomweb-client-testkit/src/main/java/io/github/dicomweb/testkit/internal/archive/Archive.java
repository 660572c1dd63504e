// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored instances, in the order in which they came. Thread-safe. */
public final class Archive {
  private final Map<String, StoredInstance> bySopInstance = new LinkedHashMap<>();

  /**
   * Adds an instance. The same file may come again.
   *
   * @throws Refusal when another file has its SOP Instance UID
   */
  public synchronized void add(StoredInstance instance) throws Refusal {
    StoredInstance known =
        bySopInstance.putIfAbsent(instance.identity().sopInstanceUid(), instance);
    if (known != null && !known.isSameFile(instance)) {
      throw Refusal.of(
          Refusal.DUPLICATE_INSTANCE,
          "another file with its SOP Instance UID is stored",
          instance.identity());
    }
  }

  /** As {@link #add}, if the instance is of the study that it is meant for. */
  public void addToStudy(StoredInstance instance, String studyInstanceUid) throws Refusal {
    if (!instance.identity().studyInstanceUid().equals(studyInstanceUid)) {
      throw Refusal.of(Refusal.STUDY_MISMATCH, "an instance of another study", instance.identity());
    }
    add(instance);
  }

  public synchronized List<StoredInstance> all() {
    return List.copyOf(bySopInstance.values());
  }

  /** The instances that are of all the identifiers that are given. */
  public List<StoredInstance> find(
      Optional<String> study, Optional<String> series, Optional<String> instance) {
    return all().stream()
        .filter(
            stored -> {
              InstanceIdentity identity = stored.identity();
              return isOrAny(study, identity.studyInstanceUid())
                  && isOrAny(series, identity.seriesInstanceUid())
                  && isOrAny(instance, identity.sopInstanceUid());
            })
        .toList();
  }

  /** Forgets instances; returns how many were there. */
  public synchronized int remove(List<StoredInstance> instances) {
    int count = 0;
    for (StoredInstance instance : instances) {
      if (bySopInstance.remove(instance.identity().sopInstanceUid(), instance)) {
        count++;
      }
    }
    return count;
  }

  private static boolean isOrAny(Optional<String> wanted, String uid) {
    return wanted.isEmpty() || wanted.get().equals(uid);
  }

  public synchronized int size() {
    return bySopInstance.size();
  }

  public synchronized void clear() {
    bySopInstance.clear();
  }
}
