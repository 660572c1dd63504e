// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreStatus;
import org.jspecify.annotations.Nullable;

/**
 * A source after it was looked at.
 *
 * @param source the source
 * @param size its length in bytes, or −1
 * @param sopClassUid its SOP Class UID, or null
 * @param sopInstanceUid its SOP Instance UID, or null
 * @param objection why it is not sent, or null if it is
 */
record Candidate(
    InstanceSource source,
    long size,
    @Nullable String sopClassUid,
    @Nullable String sopInstanceUid,
    @Nullable String objection) {

  static Candidate rejected(InstanceSource source, String objection) {
    return new Candidate(source, -1, null, null, objection);
  }

  boolean isSent() {
    return objection == null;
  }

  StoreOutcome skipped() {
    return new StoreOutcome(
        source,
        StoreStatus.SKIPPED,
        sopClassUid,
        sopInstanceUid,
        null,
        null,
        objection == null ? "" : objection);
  }

  StoreOutcome unconfirmed(String message) {
    return new StoreOutcome(
        source, StoreStatus.UNCONFIRMED, sopClassUid, sopInstanceUid, null, null, message);
  }

  /** Neither name nor UIDs. */
  @Override
  public String toString() {
    return "Candidate[" + size + " bytes]";
  }
}
