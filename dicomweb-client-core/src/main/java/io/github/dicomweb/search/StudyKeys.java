// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TimeRange;
import java.time.LocalDate;
import java.util.List;

/**
 * The matching keys of the study level (PS3.18 §10.6.1.2.3). Values of text keys may hold the
 * wildcards {@code *} and {@code ?}.
 *
 * @param <S> the kind of search
 */
public interface StudyKeys<S extends SearchRequest<S>> {

  /**
   * The request that the keys are set on.
   *
   * @return this, as the request it is
   */
  S request();

  /**
   * Matches the patient's name.
   *
   * @param pattern such as {@code DOE^JANE} or {@code DOE*}
   * @return a changed copy
   */
  default S patientName(String pattern) {
    return request().match(Tag.PatientName, pattern);
  }

  /**
   * Matches the patient ID.
   *
   * @param pattern the ID
   * @return a changed copy
   */
  default S patientId(String pattern) {
    return request().match(Tag.PatientID, pattern);
  }

  /**
   * Matches studies of one day.
   *
   * @param date the day
   * @return a changed copy
   */
  default S studyDate(LocalDate date) {
    return request().match(Tag.StudyDate, DateRange.of(date));
  }

  /**
   * Matches studies of a range of days.
   *
   * @param range the range
   * @return a changed copy
   */
  default S studyDate(DateRange range) {
    return request().match(Tag.StudyDate, range);
  }

  /**
   * Matches a range of times of day. With a range of dates, both form one interval (PS3.4
   * §C.2.2.2.5).
   *
   * @param range the range
   * @return a changed copy
   */
  default S studyTime(TimeRange range) {
    return request().match(Tag.StudyTime, range);
  }

  /**
   * Matches the accession number.
   *
   * @param pattern the number
   * @return a changed copy
   */
  default S accessionNumber(String pattern) {
    return request().match(Tag.AccessionNumber, pattern);
  }

  /**
   * Matches studies that hold a modality.
   *
   * @param modality such as {@code CT}
   * @return a changed copy
   */
  default S modalitiesInStudy(String modality) {
    return request().match(Tag.ModalitiesInStudy, modality);
  }

  /**
   * Matches the referring physician's name.
   *
   * @param pattern the name
   * @return a changed copy
   */
  default S referringPhysicianName(String pattern) {
    return request().match(Tag.ReferringPhysicianName, pattern);
  }

  /**
   * Matches any of some studies.
   *
   * @param uids Study Instance UIDs
   * @return a changed copy
   */
  default S studyInstanceUid(String... uids) {
    return request().matchAny(Tag.StudyInstanceUID, List.of(uids));
  }

  /**
   * Matches the study ID.
   *
   * @param pattern the ID
   * @return a changed copy
   */
  default S studyId(String pattern) {
    return request().match(Tag.StudyID, pattern);
  }
}
