// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.testkit.internal.archive.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which attributes a result has (PS3.18 §10.6.3.3). */
final class ReturnedAttributes {
  private static final Map<Level, List<Integer>> REQUIRED = new EnumMap<>(Level.class);
  private static final Map<Level, List<Integer>> IF_KNOWN = new EnumMap<>(Level.class);

  static {
    REQUIRED.put(
        Level.PATIENT,
        List.of(
            Tag.PatientName,
            Tag.PatientID,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.NumberOfPatientRelatedStudies));
    IF_KNOWN.put(Level.PATIENT, List.of(Tag.IssuerOfPatientID));
    REQUIRED.put(
        Level.STUDY,
        List.of(
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.AccessionNumber,
            Tag.ModalitiesInStudy,
            Tag.ReferringPhysicianName,
            Tag.PatientName,
            Tag.PatientID,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.StudyInstanceUID,
            Tag.StudyID,
            Tag.NumberOfStudyRelatedSeries,
            Tag.NumberOfStudyRelatedInstances));
    REQUIRED.put(
        Level.SERIES,
        List.of(
            Tag.Modality,
            Tag.SeriesInstanceUID,
            Tag.SeriesNumber,
            Tag.NumberOfSeriesRelatedInstances));
    REQUIRED.put(Level.INSTANCE, List.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.InstanceNumber));
    IF_KNOWN.put(
        Level.STUDY, List.of(Tag.InstanceAvailability, Tag.TimezoneOffsetFromUTC, Tag.RetrieveURL));
    IF_KNOWN.put(
        Level.SERIES,
        List.of(
            Tag.TimezoneOffsetFromUTC,
            Tag.SeriesDescription,
            Tag.RetrieveURL,
            Tag.PerformedProcedureStepStartDate,
            Tag.PerformedProcedureStepStartTime,
            Tag.RequestAttributesSequence));
    IF_KNOWN.put(
        Level.INSTANCE,
        List.of(
            Tag.InstanceAvailability,
            Tag.TimezoneOffsetFromUTC,
            Tag.RetrieveURL,
            Tag.Rows,
            Tag.Columns,
            Tag.BitsAllocated,
            Tag.NumberOfFrames));
  }

  private final Set<Integer> filledOrEmpty = new TreeSet<>(Integer::compareUnsigned);
  private final Set<Integer> ifKnown = new TreeSet<>(Integer::compareUnsigned);
  private final boolean all;

  private ReturnedAttributes(boolean all) {
    this.all = all;
  }

  /**
   * Collects what is wanted.
   *
   * @param levels those whose defaults are returned
   * @param asked the attributes of keys and of includefield
   */
  static ReturnedAttributes of(List<Level> levels, Set<Integer> asked, boolean all) {
    ReturnedAttributes attributes = new ReturnedAttributes(all);
    for (Level level : levels) {
      attributes.filledOrEmpty.addAll(REQUIRED.getOrDefault(level, List.of()));
      attributes.ifKnown.addAll(IF_KNOWN.getOrDefault(level, List.of()));
    }
    for (int tag : asked) {
      if (Tags.isPrivate(tag)) {
        attributes.ifKnown.add(tag);
        attributes.ifKnown.add(privateCreator(tag));
      } else {
        attributes.filledOrEmpty.add(tag);
      }
    }
    return attributes;
  }

  private static int privateCreator(int tag) {
    return (tag & 0xFFFF0000) | Tags.element(tag) >>> 8;
  }

  /** A result; what it should have and the view has not is there without a value. */
  Dataset of(Dataset view) {
    DatasetBuilder builder = all ? view.toBuilder() : Dataset.builder();
    for (int tag : filledOrEmpty) {
      builder.put(view.element(tag).orElseGet(() -> EmptyElement.of(tag, Dictionary.vrOf(tag))));
    }
    ifKnown.forEach(tag -> view.element(tag).ifPresent(builder::put));
    return builder.build();
  }
}
