// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReason;
import io.github.dicomweb.store.StoreStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the Store Instances Response Module (PS3.18 annex I.2) says of each instance. */
final class StoreAnswer {
  // Google's private FailureDetail, in words that help; harmless to look for elsewhere.
  private static final int FAILURE_DETAIL = 0x00091097;

  private final Map<String, Dataset> stored = new HashMap<>();
  private final Map<String, Dataset> failed = new HashMap<>();
  private final List<StoreReason> otherFailures = new ArrayList<>();
  private final @Nullable String retrieveUrl;

  StoreAnswer(Dataset response) {
    index(response.sequence(Tag.ReferencedSOPSequence), stored);
    index(response.sequence(Tag.FailedSOPSequence), failed);
    for (Dataset other : response.sequence(Tag.OtherFailuresSequence)) {
      StoreReason reason = reason(other, Tag.FailureReason);
      if (reason != null) {
        otherFailures.add(reason);
      }
    }
    retrieveUrl = response.string(Tag.RetrieveURL).orElse(null);
  }

  /** Whether a dataset is a store response at all, and not some other JSON. */
  static boolean isOne(Dataset dataset) {
    return dataset.contains(Tag.ReferencedSOPSequence)
        || dataset.contains(Tag.FailedSOPSequence)
        || dataset.contains(Tag.OtherFailuresSequence)
        || dataset.contains(Tag.RetrieveURL);
  }

  private static void index(List<Dataset> items, Map<String, Dataset> byInstance) {
    for (Dataset item : items) {
      item.string(Tag.ReferencedSOPInstanceUID).ifPresent(uid -> byInstance.put(uid, item));
    }
  }

  StoreOutcome outcome(Candidate candidate) {
    String uid = Objects.requireNonNull(candidate.sopInstanceUid());
    // Listed twice, as stored and as failed, the failure is what must not be overlooked.
    Dataset failure = failed.get(uid);
    if (failure != null) {
      return outcome(candidate, StoreStatus.FAILED, failure, reason(failure, Tag.FailureReason));
    }
    Dataset success = stored.get(uid);
    if (success != null) {
      return outcome(candidate, StoreStatus.STORED, success, reason(success, Tag.WarningReason));
    }
    return candidate.unconfirmed("the server's answer does not list it");
  }

  private static StoreOutcome outcome(
      Candidate candidate, StoreStatus status, Dataset item, @Nullable StoreReason reason) {
    return candidate.outcome(
        status, item.string(Tag.RetrieveURL).orElse(null), reason, message(item));
  }

  private static String message(Dataset item) {
    List<String> comments = new ArrayList<>();
    item.string(Tag.ErrorComment).ifPresent(comments::add);
    item.string(FAILURE_DETAIL).ifPresent(comments::add);
    // Azure says here which attributes it did not like.
    for (Dataset attribute : item.sequence(Tag.FailedAttributesSequence)) {
      attribute.string(Tag.ErrorComment).ifPresent(comments::add);
    }
    return String.join("; ", comments);
  }

  private static @Nullable StoreReason reason(Dataset item, int tag) {
    OptionalInt code = item.intValue(tag);
    // A signed reading of an unsigned number is not worth losing the outcome for.
    return code.isPresent() ? new StoreReason(code.getAsInt() & 0xFFFF) : null;
  }

  List<StoreReason> otherFailures() {
    return otherFailures;
  }

  @Nullable String retrieveUrl() {
    return retrieveUrl;
  }
}
