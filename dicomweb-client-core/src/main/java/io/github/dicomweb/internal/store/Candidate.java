// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReason;
import io.github.dicomweb.store.StoreStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source after it was looked at.
 *
 * @param source the source
 * @param payload what is sent, or null if it is not
 * @param sopClassUid its SOP Class UID, or null
 * @param sopInstanceUid its SOP Instance UID, or null
 * @param objection why it is not sent; empty if it is
 */
record Candidate(
    InstanceSource source,
    @Nullable Payload payload,
    @Nullable String sopClassUid,
    @Nullable String sopInstanceUid,
    String objection) {

  boolean isSent() {
    return payload != null;
  }

  /** What is sent of one that is. */
  Payload sent() {
    return Objects.requireNonNull(payload);
  }

  StoreOutcome skipped() {
    return skipped(objection);
  }

  StoreOutcome skipped(String message) {
    return outcome(StoreStatus.SKIPPED, null, null, message);
  }

  StoreOutcome unconfirmed(String message) {
    return outcome(StoreStatus.UNCONFIRMED, null, null, message);
  }

  StoreOutcome failed(String message) {
    return outcome(StoreStatus.FAILED, null, null, message);
  }

  StoreOutcome outcome(
      StoreStatus status,
      @Nullable String retrieveUrl,
      @Nullable StoreReason reason,
      String message) {
    return new StoreOutcome(
        source, status, sopClassUid, sopInstanceUid, retrieveUrl, reason, message);
  }

  /** Neither name nor UIDs. */
  @Override
  public String toString() {
    return "Candidate[" + (isSent() ? "sent" : "not sent") + "]";
  }
}
