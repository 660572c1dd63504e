// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

import io.github.dicomweb.dicom.CodedConcept;

/**
 * What can be deleted, and what can be rejected. PS3.18 has neither; whether a server does is in
 * its profile ({@code Feature.DELETE}, {@code Feature.REJECT}). Nothing is sent before a request is
 * executed. Thread-safe.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface Deletions {

  /**
   * Deletes a study with all that is in it.
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  DeleteRequest study(String studyInstanceUid);

  /**
   * Deletes a series with all that is in it.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  DeleteRequest series(String studyInstanceUid, String seriesInstanceUid);

  /**
   * Deletes an instance.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  DeleteRequest instance(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid);

  /**
   * Asks again for a deletion that was not finished; deletes nothing.
   *
   * @param name the name of the operation, as in {@link DeleteReport#operation()}
   * @return a request
   * @throws IllegalArgumentException if this cannot be the name of an operation
   */
  DeleteRequest operation(String name);

  /**
   * Rejects a study, as dcm4chee does.
   *
   * @param studyInstanceUid the study
   * @param reason one of {@link RejectionReasons}, or another that the server has
   * @return a request
   */
  RejectRequest rejectStudy(String studyInstanceUid, CodedConcept reason);

  /**
   * Rejects a series, as dcm4chee does.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param reason one of {@link RejectionReasons}, or another that the server has
   * @return a request
   */
  RejectRequest rejectSeries(
      String studyInstanceUid, String seriesInstanceUid, CodedConcept reason);

  /**
   * Rejects an instance, as dcm4chee does.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @param reason one of {@link RejectionReasons}, or another that the server has
   * @return a request
   */
  RejectRequest rejectInstance(
      String studyInstanceUid,
      String seriesInstanceUid,
      String sopInstanceUid,
      CodedConcept reason);
}
