// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.it.orthanc.Truth.Level;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchRequest;
import io.github.dicomweb.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The six resources that can be searched, what their results say, and their pages. */
@OrthancTest
class OrthancResourcesTest {

  @Test
  void search_ofEachResource_listsWhatWasStored(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    try (DicomWebClient client = server.client()) {
      assertLists(client.searchForStudies(), Level.STUDY, truth);
      assertLists(client.searchForSeries(), Level.SERIES, truth);
      assertLists(client.searchForInstances(), Level.INSTANCE, truth);
      for (String study : truth.uids(Level.STUDY)) {
        Truth within = truth.where(f -> f.string(Tag.StudyInstanceUID).orElse("").equals(study));
        assertLists(client.searchForSeries(study), Level.SERIES, within);
        assertLists(client.searchForInstances(study), Level.INSTANCE, within);
        for (String series : within.uids(Level.SERIES)) {
          assertLists(
              client.searchForInstances(study, series),
              Level.INSTANCE,
              within.where(f -> f.string(Tag.SeriesInstanceUID).orElse("").equals(series)));
        }
      }
    }
  }

  private static void assertLists(SearchRequest<?> search, Level level, Truth truth) {
    try (SearchResults results = search.results()) {
      List<String> found = new ArrayList<>();
      results.forEach(result -> found.add(result.string(level.tag()).orElseThrow()));
      assertThat(found).containsExactlyInAnyOrderElementsOf(truth.uids(level));
      assertThat(results.received()).isEqualTo(found.size());
      assertThat(results.completeness()).isEqualTo(Completeness.COMPLETE);
    }
  }

  @Test
  void search_results_sayWhatTheFilesSay(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    try (DicomWebClient client = server.client()) {
      Map<String, List<Dataset>> studies = truth.groups(Level.STUDY);
      for (Dataset study : client.searchForStudies()) {
        List<Dataset> files = files(studies, study, Level.STUDY);
        // Orthanc does not decode Kanji after half-width Katakana.
        if (!files.get(0).strings(Tag.SpecificCharacterSet).contains("ISO 2022 IR 13")) {
          assertSays(study, files, Tag.PatientName);
        }
        for (int tag : List.of(Tag.PatientID, Tag.StudyDate, Tag.AccessionNumber)) {
          assertSays(study, files, tag);
        }
        assertThat(study.intValue(Tag.NumberOfStudyRelatedInstances)).hasValue(files.size());
        assertThat(Set.copyOf(study.strings(Tag.ModalitiesInStudy)))
            .isEqualTo(
                files.stream()
                    .flatMap(f -> f.string(Tag.Modality).stream())
                    .collect(Collectors.toSet()));
      }
      Map<String, List<Dataset>> series = truth.groups(Level.SERIES);
      for (Dataset one : client.searchForSeries()) {
        List<Dataset> files = files(series, one, Level.SERIES);
        assertSays(one, files, Tag.Modality);
        assertSays(one, files, Tag.SeriesNumber);
        assertThat(one.intValue(Tag.NumberOfSeriesRelatedInstances)).hasValue(files.size());
      }
      Map<String, List<Dataset>> instances = truth.groups(Level.INSTANCE);
      for (Dataset instance : client.searchForInstances()) {
        List<Dataset> files = files(instances, instance, Level.INSTANCE);
        for (int tag : List.of(Tag.SOPClassUID, Tag.InstanceNumber, Tag.Rows, Tag.Columns)) {
          assertSays(instance, files, tag);
        }
      }
    }
  }

  private static List<Dataset> files(
      Map<String, List<Dataset>> groups, Dataset result, Level level) {
    return Objects.requireNonNull(groups.get(result.string(level.tag()).orElseThrow()));
  }

  /** Where the files of a study do not agree, Orthanc says what the first of them said. */
  private static void assertSays(Dataset result, List<Dataset> files, int tag) {
    assertThat(files.stream().map(file -> file.string(tag)))
        .as("%08X", tag)
        .contains(result.string(tag));
  }

  @Test
  void includeField_ofWhatIsNotThereByDefault_isThere(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    try (DicomWebClient client = server.client()) {
      Map<String, List<Dataset>> studies = truth.groups(Level.STUDY);
      int described = 0;
      for (Dataset study : client.searchForStudies().includeField(Tag.StudyDescription)) {
        assertSays(study, files(studies, study, Level.STUDY), Tag.StudyDescription);
        described += study.string(Tag.StudyDescription).isPresent() ? 1 : 0;
      }
      assertThat(described).isPositive();
      Map<String, List<Dataset>> instances = truth.groups(Level.INSTANCE);
      for (Dataset instance :
          client
              .searchForInstances()
              .modality("CT")
              .includeField("BitsAllocated", "00280030")
              .includeField(Tag.PhotometricInterpretation)) {
        List<Dataset> files = files(instances, instance, Level.INSTANCE);
        assertSays(instance, files, Tag.BitsAllocated);
        if (files.get(0).strings(Tag.SpecificCharacterSet).contains("ISO 2022 IR 13")) {
          // Orthanc reads the backslash between two numbers as a yen sign, and gives neither.
          continue;
        }
        // Orthanc writes 0.661468 as 0.66146799999999994.
        assertThat(files.stream().map(f -> f.doubleValue(Tag.PixelSpacing)))
            .contains(instance.doubleValue(Tag.PixelSpacing));
        assertSays(instance, files, Tag.PhotometricInterpretation);
      }
    }
  }

  @Test
  void paging_withAnyPageSize_givesEachResultOnce(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    try (DicomWebClient client = server.client()) {
      for (int size : List.of(1, 7, 1000)) {
        assertLists(client.searchForStudies().pageSize(size), Level.STUDY, truth);
      }
      Set<String> instances = truth.uids(Level.INSTANCE);
      for (int size : List.of(20, 73, instances.size(), 1000)) {
        assertLists(client.searchForInstances().pageSize(size), Level.INSTANCE, truth);
      }
    }
  }

  @Test
  void limitAndOffset_cutTheListAndSaySo(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    int all = truth.uids(Level.SERIES).size();
    try (DicomWebClient client = server.client()) {
      SearchPage first = client.searchForSeries().limit(10).execute();
      SearchPage rest = client.searchForSeries().offset(10).execute();
      assertThat(first.results()).hasSize(10);
      assertThat(first.completeness()).isEqualTo(Completeness.LIMITED);
      assertThat(rest.results()).hasSize(all - 10);
      assertThat(rest.completeness()).isEqualTo(Completeness.UNKNOWN);
      Set<String> together = new TreeSet<>();
      first.forEach(series -> together.add(series.string(Tag.SeriesInstanceUID).orElseThrow()));
      rest.forEach(series -> together.add(series.string(Tag.SeriesInstanceUID).orElseThrow()));
      assertThat(together).isEqualTo(truth.uids(Level.SERIES));

      try (SearchResults results = client.searchForSeries().limit(25).pageSize(10).results()) {
        assertThat(results).hasSize(25);
        assertThat(results.completeness()).isEqualTo(Completeness.LIMITED);
      }
      assertThat(client.searchForSeries().offset(all).execute().results()).isEmpty();
    }
  }
}
