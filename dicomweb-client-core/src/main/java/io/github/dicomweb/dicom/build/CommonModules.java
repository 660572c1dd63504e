// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Uids;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The modules that all instances made here have (PS3.3 §C.7.1.1, §C.7.2.1, §C.7.5.1, §C.12.1). */
final class CommonModules {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  private static final int[] OF_THE_STUDY = {
    Tag.PatientName,
    Tag.PatientID,
    Tag.IssuerOfPatientID,
    Tag.IssuerOfPatientIDQualifiersSequence,
    Tag.PatientBirthDate,
    Tag.PatientSex,
    Tag.OtherPatientIDsSequence,
    Tag.PatientAge,
    Tag.PatientSize,
    Tag.PatientWeight,
    Tag.StudyInstanceUID,
    Tag.StudyDate,
    Tag.StudyTime,
    Tag.StudyID,
    Tag.StudyDescription,
    Tag.AccessionNumber,
    Tag.IssuerOfAccessionNumberSequence,
    Tag.ReferringPhysicianName
  };
  private static final int[] PRESENT_OR_EMPTY = {
    Tag.PatientName,
    Tag.PatientID,
    Tag.PatientBirthDate,
    Tag.PatientSex,
    Tag.StudyDate,
    Tag.StudyTime,
    Tag.StudyID,
    Tag.AccessionNumber,
    Tag.ReferringPhysicianName,
    Tag.Manufacturer
  };

  private CommonModules() {}

  /**
   * A new instance of a new series.
   *
   * @param study what the patient and the study are; without a study it is a new one
   */
  static DatasetBuilder start(Dataset study, String sopClass, String modality, LocalDateTime now) {
    DatasetBuilder builder = Dataset.builder();
    for (int tag : PRESENT_OR_EMPTY) {
      builder.put(tag);
    }
    for (int tag : OF_THE_STUDY) {
      study.element(tag).ifPresent(builder::put);
    }
    if (study.string(Tag.StudyInstanceUID).isEmpty()) {
      builder
          .put(Tag.StudyInstanceUID, Uids.newUid())
          .put(Tag.StudyDate, DATE.format(now))
          .put(Tag.StudyTime, TIME.format(now));
    }
    return builder
        .put(Tag.SpecificCharacterSet, "ISO_IR 192")
        .put(Tag.SOPClassUID, sopClass)
        .put(Tag.SOPInstanceUID, Uids.newUid())
        .put(Tag.InstanceCreationDate, DATE.format(now))
        .put(Tag.InstanceCreationTime, TIME.format(now))
        .put(Tag.Modality, modality)
        .put(Tag.SeriesInstanceUID, Uids.newUid())
        .put(Tag.SeriesNumber, "1")
        .put(Tag.InstanceNumber, "1")
        .put(Tag.ContentDate, DATE.format(now))
        .put(Tag.ContentTime, TIME.format(now));
  }

  static String date(LocalDateTime now) {
    return DATE.format(now);
  }

  static String time(LocalDateTime now) {
    return TIME.format(now);
  }
}
