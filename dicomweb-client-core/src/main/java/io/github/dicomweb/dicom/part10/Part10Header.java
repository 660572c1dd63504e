// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The identifiers of a DICOM file, which is all that sending and filing it needs. */
public final class Part10Header {
  private final @Nullable String sopClassUid;
  private final @Nullable String sopInstanceUid;
  private final @Nullable String studyInstanceUid;
  private final @Nullable String seriesInstanceUid;
  private final @Nullable String transferSyntaxUid;

  Part10Header(
      @Nullable String sopClassUid,
      @Nullable String sopInstanceUid,
      @Nullable String studyInstanceUid,
      @Nullable String seriesInstanceUid,
      @Nullable String transferSyntaxUid) {
    this.sopClassUid = sopClassUid;
    this.sopInstanceUid = sopInstanceUid;
    this.studyInstanceUid = studyInstanceUid;
    this.seriesInstanceUid = seriesInstanceUid;
    this.transferSyntaxUid = transferSyntaxUid;
  }

  /**
   * SOP Class UID (0008,0016), or that of the file meta information.
   *
   * @return the UID, if there is one
   */
  public Optional<String> sopClassUid() {
    return Optional.ofNullable(sopClassUid);
  }

  /**
   * SOP Instance UID (0008,0018), or that of the file meta information.
   *
   * @return the UID, if there is one
   */
  public Optional<String> sopInstanceUid() {
    return Optional.ofNullable(sopInstanceUid);
  }

  /**
   * Study Instance UID (0020,000D).
   *
   * @return the UID, if there is one
   */
  public Optional<String> studyInstanceUid() {
    return Optional.ofNullable(studyInstanceUid);
  }

  /**
   * Series Instance UID (0020,000E).
   *
   * @return the UID, if there is one
   */
  public Optional<String> seriesInstanceUid() {
    return Optional.ofNullable(seriesInstanceUid);
  }

  /**
   * Transfer Syntax UID (0002,0010).
   *
   * @return the UID, if the file says one
   */
  public Optional<String> transferSyntaxUid() {
    return Optional.ofNullable(transferSyntaxUid);
  }

  /** Without the identifiers. */
  @Override
  public String toString() {
    return "Part10Header";
  }
}
