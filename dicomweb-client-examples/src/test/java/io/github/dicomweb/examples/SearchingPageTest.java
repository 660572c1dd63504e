// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static io.github.dicomweb.dicom.DateRange.between;
import static io.github.dicomweb.dicom.DateRange.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TimeRange;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.search.StudySearch;
import io.github.dicomweb.testdata.TestStudies;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of docs/searching.md. */
class SearchingPageTest extends PageTest {
  private final LocalDate from = LocalDate.of(2026, 1, 1);
  private final LocalDate to = LocalDate.of(2026, 1, 31);

  @Test
  void first_search_findsTheStudy() {
    for (Dataset study : client.searchForStudies().patientName("Yamada*")) {
      System.out.println(study.string(Tag.StudyInstanceUID).orElseThrow());
    }
    assertThat(printed()).containsExactly(studyUid);
  }

  @Test
  void resources_areSix() {
    client.searchForStudies();
    client.searchForSeries();
    client.searchForSeries(studyUid);
    client.searchForInstances();
    client.searchForInstances(studyUid);
    client.searchForInstances(studyUid, seriesUid);

    assertThat(server.requests()).isEmpty();
    assertThat(client.searchForInstances(studyUid, seriesUid).execute().results()).hasSize(20);
    assertThat(client.searchForInstances(studyUid).execute().results()).hasSize(23);
    assertThat(client.searchForInstances().execute().results()).hasSize(26);
    assertThat(client.searchForSeries(studyUid).execute().results()).hasSize(4);
    assertThat(client.searchForSeries().execute().results()).hasSize(5);
  }

  @Test
  void keys_ofStudies_match() {
    StudySearch search =
        client
            .searchForStudies()
            .patientName("Yamada*")
            .patientId("PHANTOM-1")
            .studyDate(between(from, to))
            .studyTime(TimeRange.since(LocalTime.of(8, 0)))
            .modalitiesInStudy("CT")
            .accessionNumber("ACC-2026-*");
    assertThat(search.execute().results()).hasSize(1);
    assertThat(client.searchForStudies().studyDate(since(2026, 1, 16)).execute().results())
        .isEmpty();
  }

  @Test
  void keys_ofAnyName_match() {
    SearchPage same =
        client
            .searchForInstances(studyUid)
            .match(Tag.InstanceNumber, "13")
            .match("00080060", "CT")
            .match("ReferencedImageSequence.ReferencedSOPInstanceUID", "1.2.3")
            .execute();
    assertThat(same.results()).isEmpty();
    assertThat(server.requests().get(0).target())
        .contains("InstanceNumber=13", "00080060=CT", "ReferencedImageSequence.Referenced");
  }

  @Test
  void lists_ofUids_matchAny() {
    String other = TestStudies.deflated().studyInstanceUid();
    SearchPage both = client.searchForStudies().studyInstanceUid(studyUid, other).execute();
    assertThat(both.results()).hasSize(2);
    SearchPage classes =
        client
            .searchForInstances(studyUid)
            .matchAny(Tag.SOPInstanceUID, List.of(sopInstanceUid, "1.2.3"))
            .execute();
    assertThat(classes.results()).hasSize(1);
  }

  @Test
  void moreKinds_ofMatching_areAskedFor() {
    SearchPage nameless = client.searchForStudies().matchEmpty(Tag.AccessionNumber).execute();
    SearchPage alike = client.searchForStudies().patientName("Jamada").fuzzyMatching().execute();
    alike.warnings().forEach(warning -> System.out.println(warning.text()));
    assertThat(nameless.results()).isEmpty();
    assertThat(printed())
        .containsExactly(
            "The fuzzymatching parameter is not supported. Only literal matching has been"
                + " performed.");
  }

  @Test
  void fields_moreThanByDefault_come() {
    SearchPage slices =
        client
            .searchForInstances(studyUid, seriesUid)
            .includeField(Tag.SliceLocation, Tag.ImageType)
            .execute();
    assertThat(slices.results().get(12).doubleValue(Tag.SliceLocation)).hasValue(28);
    int all = client.searchForStudies().includeAllFields().execute().results().get(0).size();
    assertThat(all).isGreaterThan(client.searchForStudies().execute().results().get(0).size());
  }

  @Test
  void page_isOneRequest() {
    SearchPage page = client.searchForInstances(studyUid).offset(10).limit(5).execute();
    List<Dataset> results = page.results();
    assertThat(results).hasSize(5);
    assertThat(page.completeness()).isEqualTo(Completeness.LIMITED);
    assertThat(page.remaining()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void pages_areFetchedWhileTheyAreRead() {
    try (SearchResults slices = client.searchForInstances(studyUid).pageSize(10).results()) {
      for (Dataset slice : slices) {
        System.out.println(slice.string(Tag.InstanceNumber).orElse("?"));
      }
      System.out.println(slices.received() + " instances, " + slices.completeness());
    }
    assertThat(printed()).hasSize(24).last().isEqualTo("23 instances, COMPLETE");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void stream_isClosed() {
    try (Stream<Dataset> slices = client.searchForInstances(studyUid).stream()) {
      long axial = slices.filter(s -> s.string(Tag.Modality).orElse("").equals("CT")).count();
      System.out.println(axial);
    }
    assertThat(printed()).containsExactly("20");
  }

  @Test
  void truncation_isSeen() {
    server.maxResults(5);
    SearchPage capped = client.searchForInstances(studyUid).execute();
    if (capped.completeness() != Completeness.COMPLETE) {
      System.out.println("more there are: " + capped.remaining().orElse(-1));
    }
    assertThat(printed()).containsExactly("more there are: 18");
  }

  @Test
  void counts_andPatients_areOfServersThatHaveThem() {
    try (DicomWebClient dcm4chee = client.withProfile(ServerProfile.dcm4chee())) {
      long studies = dcm4chee.searchForStudies().studyDate(since(2026, 1, 1)).count();
      List<Dataset> patients = dcm4chee.searchForPatients().patientName("M*").execute().results();
      assertThat(studies).isEqualTo(2);
      assertThat(patients).hasSize(1);
    }
    assertThatThrownBy(() -> client.searchForStudies().count())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("COUNT");
  }

  @Test
  void queryParameter_goesAsItIs() {
    try (DicomWebClient dcm4chee = client.withProfile(ServerProfile.dcm4chee())) {
      SearchPage newest =
          dcm4chee.searchForStudies().queryParameter("orderby", "-StudyDate").limit(1).execute();
      assertThat(newest.results()).hasSize(1);
    }
  }

  @Test
  void futures_cancelTheRequest() {
    CompletableFuture<SearchPage> page = client.searchForStudies().executeAsync();
    assertThat(page.join().results()).hasSize(2);
  }

  @Test
  void failures_haveTypes() {
    try {
      client.searchForStudies().match(Tag.Modality, "CT").execute();
    } catch (HttpStatusException e) {
      System.out.println(e.status() + ": " + e.getMessage());
    } catch (DicomWebException e) {
      System.out.println(e.getMessage());
    }
    assertThat(printed()).singleElement().asString().startsWith("400: GET /studies answered 400");
  }
}
