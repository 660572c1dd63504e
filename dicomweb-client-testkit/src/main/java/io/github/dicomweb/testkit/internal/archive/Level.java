// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import java.util.Set;

/**
 * The level of the information model that an attribute belongs to: those of the patient module,
 * those of the study and patient study modules, those of the series and equipment modules, and all
 * others (PS3.3 §C.7).
 */
public enum Level {
  PATIENT,
  STUDY,
  SERIES,
  INSTANCE;

  private static final int PATIENT_GROUP = 0x0010;

  private static final Set<Integer> OF_PATIENT =
      Set.of(
          Tag.NumberOfPatientRelatedStudies,
          Tag.NumberOfPatientRelatedSeries,
          Tag.NumberOfPatientRelatedInstances);

  private static final Set<Integer> OF_STUDY =
      Set.of(
          Tag.PatientAge,
          Tag.PatientSize,
          Tag.PatientWeight,
          Tag.PatientBodyMassIndex,
          Tag.MedicalAlerts,
          Tag.Allergies,
          Tag.Occupation,
          Tag.SmokingStatus,
          Tag.AdditionalPatientHistory,
          Tag.PregnancyStatus,
          Tag.LastMenstrualDate,
          Tag.PatientSexNeutered,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.AccessionNumber,
          Tag.IssuerOfAccessionNumberSequence,
          Tag.InstanceAvailability,
          Tag.ModalitiesInStudy,
          Tag.SOPClassesInStudy,
          Tag.ReferringPhysicianName,
          Tag.ReferringPhysicianIdentificationSequence,
          Tag.ConsultingPhysicianName,
          Tag.ConsultingPhysicianIdentificationSequence,
          Tag.TimezoneOffsetFromUTC,
          Tag.StudyDescription,
          Tag.ProcedureCodeSequence,
          Tag.PhysiciansOfRecord,
          Tag.PhysiciansOfRecordIdentificationSequence,
          Tag.NameOfPhysiciansReadingStudy,
          Tag.PhysiciansReadingStudyIdentificationSequence,
          Tag.AdmittingDiagnosesDescription,
          Tag.AdmittingDiagnosesCodeSequence,
          Tag.ReferencedStudySequence,
          Tag.ReferencedPatientSequence,
          Tag.RetrieveURL,
          Tag.StudyInstanceUID,
          Tag.StudyID,
          Tag.NumberOfStudyRelatedSeries,
          Tag.NumberOfStudyRelatedInstances,
          Tag.RequestingService,
          Tag.ReasonForPerformedProcedureCodeSequence);

  private static final Set<Integer> OF_SERIES =
      Set.of(
          Tag.Modality,
          Tag.SeriesDate,
          Tag.SeriesTime,
          Tag.SeriesDescription,
          Tag.SeriesDescriptionCodeSequence,
          Tag.SeriesInstanceUID,
          Tag.SeriesNumber,
          Tag.Laterality,
          Tag.PerformingPhysicianName,
          Tag.PerformingPhysicianIdentificationSequence,
          Tag.OperatorsName,
          Tag.OperatorIdentificationSequence,
          Tag.ReferencedPerformedProcedureStepSequence,
          Tag.RelatedSeriesSequence,
          Tag.ProtocolName,
          Tag.BodyPartExamined,
          Tag.PatientPosition,
          Tag.Manufacturer,
          Tag.InstitutionName,
          Tag.InstitutionAddress,
          Tag.InstitutionalDepartmentName,
          Tag.StationName,
          Tag.ManufacturerModelName,
          Tag.DeviceSerialNumber,
          Tag.SoftwareVersions,
          Tag.FrameOfReferenceUID,
          Tag.PositionReferenceIndicator,
          Tag.NumberOfSeriesRelatedInstances,
          Tag.PerformedProcedureStepStartDate,
          Tag.PerformedProcedureStepStartTime,
          Tag.PerformedProcedureStepEndDate,
          Tag.PerformedProcedureStepEndTime,
          Tag.PerformedProcedureStepID,
          Tag.PerformedProcedureStepDescription,
          Tag.PerformedProtocolCodeSequence,
          Tag.RequestAttributesSequence);

  /** The level that an attribute is of. */
  public static Level of(int tag) {
    if (OF_STUDY.contains(tag)) {
      return STUDY;
    }
    if (Tags.group(tag) == PATIENT_GROUP || OF_PATIENT.contains(tag)) {
      return PATIENT;
    }
    return OF_SERIES.contains(tag) ? SERIES : INSTANCE;
  }

  /** Whether an attribute is of this level or one above it. */
  public boolean includes(int tag) {
    return of(tag).compareTo(this) <= 0;
  }
}
