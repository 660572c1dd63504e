// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a file was not stored (PS3.18 §I.2.2). */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** Processing failure: what every instance must have is not there. */
  public static final int PROCESSING_FAILURE = 0x0110;

  /** Duplicate SOP Instance: another file with this UID is stored. */
  public static final int DUPLICATE_INSTANCE = 0x0111;

  /** Data Set does not match: the instance is of another study than the request. */
  public static final int STUDY_MISMATCH = 0xA900;

  /** Cannot understand: not a DICOM file, or damaged. */
  public static final int CANNOT_UNDERSTAND = 0xC000;

  /** Transfer syntax not supported: pixels in a media type that nothing here can hold. */
  public static final int TRANSFER_SYNTAX_NOT_SUPPORTED = 0xC122;

  private final int reason;
  private final @Nullable String sopClassUid;
  private final @Nullable String sopInstanceUid;

  Refusal(
      int reason, String message, @Nullable String sopClassUid, @Nullable String sopInstanceUid) {
    super(message, null, false, false);
    this.reason = reason;
    this.sopClassUid = sopClassUid;
    this.sopInstanceUid = sopInstanceUid;
  }

  static Refusal of(int reason, String message, InstanceIdentity identity) {
    return new Refusal(reason, message, identity.sopClassUid(), identity.sopInstanceUid());
  }

  /** For an instance of which there is only a dataset. */
  public static Refusal of(int reason, String message, Dataset dataset) {
    return new Refusal(
        reason,
        message,
        dataset.string(Tag.SOPClassUID).orElse(null),
        dataset.string(Tag.SOPInstanceUID).orElse(null));
  }

  /** Failure Reason (0008,1197). */
  public int reason() {
    return reason;
  }

  public Optional<String> sopClassUid() {
    return Optional.ofNullable(sopClassUid);
  }

  public Optional<String> sopInstanceUid() {
    return Optional.ofNullable(sopInstanceUid);
  }
}
