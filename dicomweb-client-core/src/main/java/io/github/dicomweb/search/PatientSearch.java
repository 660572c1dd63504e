// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.Tag;
import java.time.LocalDate;

/**
 * A search for patients: {@code /patients}, which is no part of the standard and which some
 * archives have.
 */
public interface PatientSearch extends SearchRequest<PatientSearch> {

  /**
   * Matches the patient's name.
   *
   * @param pattern such as {@code DOE^JANE} or {@code DOE*}
   * @return a changed copy
   */
  default PatientSearch patientName(String pattern) {
    return match(Tag.PatientName, pattern);
  }

  /**
   * Matches the patient ID.
   *
   * @param pattern the ID
   * @return a changed copy
   */
  default PatientSearch patientId(String pattern) {
    return match(Tag.PatientID, pattern);
  }

  /**
   * Matches who gave the patient ID.
   *
   * @param issuer the issuer
   * @return a changed copy
   */
  default PatientSearch issuerOfPatientId(String issuer) {
    return match(Tag.IssuerOfPatientID, issuer);
  }

  /**
   * Matches the date of birth.
   *
   * @param date the day
   * @return a changed copy
   */
  default PatientSearch patientBirthDate(LocalDate date) {
    return match(Tag.PatientBirthDate, DateRange.of(date));
  }

  /**
   * Matches dates of birth.
   *
   * @param range the range
   * @return a changed copy
   */
  default PatientSearch patientBirthDate(DateRange range) {
    return match(Tag.PatientBirthDate, range);
  }

  /**
   * Matches the sex.
   *
   * @param sex {@code F}, {@code M} or {@code O}
   * @return a changed copy
   */
  default PatientSearch patientSex(String sex) {
    return match(Tag.PatientSex, sex);
  }
}
