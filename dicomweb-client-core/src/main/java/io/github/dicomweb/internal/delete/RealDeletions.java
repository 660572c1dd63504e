// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import io.github.dicomweb.delete.DeleteRequest;
import io.github.dicomweb.delete.Deletions;
import io.github.dicomweb.delete.RejectRequest;
import io.github.dicomweb.dicom.CodedConcept;
import io.github.dicomweb.internal.http.Transport;

/** The deletions of a server. */
public final class RealDeletions implements Deletions {
  private final Transport transport;
  private final Pauses pauses;

  /** Creates them for a server. */
  public RealDeletions(Transport transport) {
    this(transport, Pauses.REAL);
  }

  RealDeletions(Transport transport, Pauses pauses) {
    this.transport = transport;
    this.pauses = pauses;
  }

  @Override
  public DeleteRequest study(String studyInstanceUid) {
    return delete(new Level(studyInstanceUid, null, null));
  }

  @Override
  public DeleteRequest series(String studyInstanceUid, String seriesInstanceUid) {
    return delete(new Level(studyInstanceUid, seriesInstanceUid, null));
  }

  @Override
  public DeleteRequest instance(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return delete(new Level(studyInstanceUid, seriesInstanceUid, sopInstanceUid));
  }

  private DeleteRequest delete(Level level) {
    return new RealDelete(transport, new LongRunning(transport, pauses), level);
  }

  @Override
  public DeleteRequest operation(String name) {
    return new RealInquiry(
        transport, new LongRunning(transport, pauses), OperationState.checkName(name));
  }

  @Override
  public RejectRequest rejectStudy(String studyInstanceUid, CodedConcept reason) {
    return new RealReject(transport, new Level(studyInstanceUid, null, null), reason);
  }

  @Override
  public RejectRequest rejectSeries(
      String studyInstanceUid, String seriesInstanceUid, CodedConcept reason) {
    return new RealReject(transport, new Level(studyInstanceUid, seriesInstanceUid, null), reason);
  }

  @Override
  public RejectRequest rejectInstance(
      String studyInstanceUid,
      String seriesInstanceUid,
      String sopInstanceUid,
      CodedConcept reason) {
    return new RealReject(
        transport, new Level(studyInstanceUid, seriesInstanceUid, sopInstanceUid), reason);
  }
}
