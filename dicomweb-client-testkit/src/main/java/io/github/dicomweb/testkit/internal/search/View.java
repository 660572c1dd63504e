// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.InstanceIdentity;
import io.github.dicomweb.testkit.internal.archive.Level;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a patient, a study, a series or an instance is to a search: its own attributes and those of
 * the levels above, with those that are counted rather than stored. The attributes of what has
 * several instances are those of its first.
 */
final class View {
  private final Archive archive;
  private final Links links;

  View(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  /** All there is at a level, below the study and series that are given. */
  List<Dataset> of(Level level, Optional<String> study, Optional<String> series) {
    List<Dataset> views = new ArrayList<>();
    List<StoredInstance> instances = archive.find(study, Optional.empty(), Optional.empty());
    if (level == Level.PATIENT) {
      Map<List<String>, List<StoredInstance>> patients = new LinkedHashMap<>();
      for (StoredInstance instance : instances) {
        patients.computeIfAbsent(patientKey(instance), key -> new ArrayList<>()).add(instance);
      }
      patients.values().forEach(ofPatient -> views.add(patient(ofPatient)));
      return views;
    }
    for (List<StoredInstance> ofStudy : grouped(instances, InstanceIdentity::studyInstanceUid)) {
      Dataset studyView = study(ofStudy);
      if (level == Level.STUDY) {
        views.add(studyView);
        continue;
      }
      for (List<StoredInstance> ofSeries : grouped(ofStudy, InstanceIdentity::seriesInstanceUid)) {
        InstanceIdentity identity = ofSeries.get(0).identity();
        if (series.isPresent() && !series.get().equals(identity.seriesInstanceUid())) {
          continue;
        }
        Dataset seriesView = series(studyView, ofSeries);
        if (level == Level.SERIES) {
          views.add(seriesView);
        } else {
          ofSeries.forEach(instance -> views.add(instance(seriesView, instance)));
        }
      }
    }
    return views;
  }

  private static List<List<StoredInstance>> grouped(
      List<StoredInstance> instances, Function<InstanceIdentity, String> by) {
    Map<String, List<StoredInstance>> groups = new LinkedHashMap<>();
    for (StoredInstance instance : instances) {
      groups.computeIfAbsent(by.apply(instance.identity()), uid -> new ArrayList<>()).add(instance);
    }
    return List.copyOf(groups.values());
  }

  /** An ID is one patient's together with who issued it (PS3.3 §C.7.1.1). */
  private static List<String> patientKey(StoredInstance instance) {
    Dataset dataset = instance.attributes();
    return List.of(
        dataset.string(Tag.PatientID).orElse(""), dataset.string(Tag.IssuerOfPatientID).orElse(""));
  }

  private static Dataset patient(List<StoredInstance> instances) {
    return own(instances.get(0), Level.PATIENT)
        .putInts(
            Tag.NumberOfPatientRelatedStudies,
            grouped(instances, InstanceIdentity::studyInstanceUid).size())
        .putInts(
            Tag.NumberOfPatientRelatedSeries,
            grouped(instances, InstanceIdentity::seriesInstanceUid).size())
        .putInts(Tag.NumberOfPatientRelatedInstances, instances.size())
        .build();
  }

  private Dataset study(List<StoredInstance> instances) {
    StoredInstance first = instances.get(0);
    return own(first, Level.PATIENT)
        .putAll(own(first, Level.STUDY).build())
        .put(Tag.InstanceAvailability, "ONLINE")
        .put(Tag.ModalitiesInStudy, distinct(instances, Tag.Modality))
        .put(Tag.SOPClassesInStudy, distinct(instances, Tag.SOPClassUID))
        .put(Tag.RetrieveURL, links.study(first.identity()))
        .putInts(
            Tag.NumberOfStudyRelatedSeries,
            grouped(instances, InstanceIdentity::seriesInstanceUid).size())
        .putInts(Tag.NumberOfStudyRelatedInstances, instances.size())
        .build();
  }

  private Dataset series(Dataset study, List<StoredInstance> instances) {
    StoredInstance first = instances.get(0);
    return study.toBuilder()
        .putAll(own(first, Level.SERIES).build())
        .put(Tag.RetrieveURL, links.series(first.identity()))
        .putInts(Tag.NumberOfSeriesRelatedInstances, instances.size())
        .build();
  }

  private Dataset instance(Dataset series, StoredInstance instance) {
    return series.toBuilder()
        .putAll(own(instance, Level.INSTANCE).build())
        .put(Tag.AvailableTransferSyntaxUID, instance.transferSyntax().uid())
        .put(Tag.RetrieveURL, links.instance(instance.identity()))
        .build();
  }

  private static String[] distinct(List<StoredInstance> instances, int tag) {
    return instances.stream()
        .flatMap(instance -> instance.attributes().string(tag).stream())
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  /** The attributes of exactly one level. */
  private static DatasetBuilder own(StoredInstance instance, Level level) {
    DatasetBuilder builder = Dataset.builder();
    instance.attributes().stream()
        .filter(element -> Level.of(element.tag()) == level)
        .filter(element -> !(element instanceof BulkDataElement))
        .filter(element -> element.tag() != Tag.SpecificCharacterSet)
        .forEach(builder::put);
    return builder;
  }
}
