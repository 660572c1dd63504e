// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Begins instances of any SOP class, such as structured reports, that are built in code. */
public final class NewInstance {
  private NewInstance() {}

  /**
   * Begins an instance of a new series: with the patient and the study, a new Series and SOP
   * Instance UID at each call, Series Number and Instance Number 1, and the date and time of now in
   * the time zone of the system. Its text is encoded in UTF-8. What the SOP class wants beyond that
   * is the caller's to put.
   *
   * @param instanceOrStudy an instance or a search result, of which the attributes of patient and
   *     study are taken; without a Study Instance UID it is a new study
   * @param sopClassUid the SOP class
   * @param modality the modality of the series
   * @return a builder
   */
  public static DatasetBuilder inStudyOf(
      Dataset instanceOrStudy, String sopClassUid, String modality) {
    return CommonModules.start(
        instanceOrStudy, sopClassUid, modality, LocalDateTime.now(ZoneId.systemDefault()));
  }
}
