// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What results look like, how many there are, and the headers around them. */
final class SearchAnswerTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);

  @RegisterExtension final Http http = new Http();

  private Dataset first(String target) {
    return http.search(target).datasets().get(0);
  }

  @Test
  void study_hasDefaultAttributes() {
    Http.Reply reply = http.search("/studies?PatientID=PHANTOM-1");

    assertThat(reply.header("Content-Type")).isEqualTo("application/dicom+json");
    Dataset study = reply.datasets().get(0);
    assertThat(study.strings(Tag.ModalitiesInStudy)).contains("CT", "SR").isSorted();
    assertThat(study.intValue(Tag.NumberOfStudyRelatedSeries)).hasValue(4);
    assertThat(study.intValue(Tag.NumberOfStudyRelatedInstances)).hasValue(23);
    assertThat(study.string(Tag.InstanceAvailability)).hasValue("ONLINE");
    assertThat(study.string(Tag.RetrieveURL))
        .hasValue(http.server().baseUrl() + Http.studyPath(SLICE));
    assertThat(study.personName(Tag.PatientName).orElseThrow().toDicomString())
        .isEqualTo(TestStudies.PHANTOM_PATIENT_NAME);
    assertThat(study.contains(Tag.ReferringPhysicianName)).isTrue();
    assertThat(study.contains(Tag.StudyDescription)).isFalse();
    assertThat(study.contains(Tag.Modality)).isFalse();
  }

  @Test
  void seriesOfAllStudies_hasStudyAttributesToo() {
    Dataset relational = first("/series?Modality=CT");
    Dataset hierarchical = first(Http.studyPath(SLICE) + "/series?Modality=CT");

    assertThat(relational.contains(Tag.PatientID)).isTrue();
    assertThat(hierarchical.contains(Tag.PatientID)).isFalse();
    assertThat(hierarchical.intValue(Tag.NumberOfSeriesRelatedInstances)).hasValue(20);
    assertThat(hierarchical.string(Tag.RetrieveURL))
        .hasValue(http.server().baseUrl() + Http.seriesPath(SLICE));
  }

  @Test
  void instance_hasAttributesOfTheLevelsThatThePathLeavesOpen() {
    Dataset inSeries = first(Http.seriesPath(SLICE) + "/instances");
    Dataset inStudy = first(Http.studyPath(SLICE) + "/instances");
    Dataset anywhere = first("/instances");

    assertThat(inSeries.intValue(Tag.Rows)).hasValue(96);
    assertThat(inSeries.contains(Tag.Modality)).isFalse();
    assertThat(inStudy.contains(Tag.Modality)).isTrue();
    assertThat(inStudy.contains(Tag.PatientID)).isFalse();
    assertThat(anywhere.contains(Tag.PatientID)).isTrue();
    assertThat(inSeries.string(Tag.RetrieveURL))
        .hasValue(http.server().baseUrl() + Http.path(SLICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "includefield=StudyDescription,Occupation",
        "includefield=00081030&includefield=Occupation",
        "includefield=StudyDescription%2COccupation&StudyDescription=&Occupation=*",
        "StudyDescription=*&Occupation="
      })
  void includeFieldAndKeys_addAttributes(String query) {
    Dataset study = first("/studies?" + query);

    assertThat(study.string(Tag.StudyDescription)).isPresent();
    assertThat(study.element(Tag.Occupation).orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void includeField_ofLowerLevel_isIgnored() {
    assertThat(first("/studies?includefield=Rows").contains(Tag.Rows)).isFalse();
  }

  @Test
  void includeFieldAll_addsAllButBulkData() {
    Dataset instance = first(Http.seriesPath(SLICE) + "/instances?includefield=all");

    assertThat(instance.contains(Tag.ImagePositionPatient)).isTrue();
    assertThat(instance.contains(Tag.PatientName)).isTrue();
    assertThat(instance.contains(Tag.PixelData)).isFalse();
  }

  @Test
  void privateKey_isReturnedWithItsCreator() {
    TestObject object = TestStudies.privateAndNested();
    Dataset metadata = http.get(Http.path(object) + "/metadata").datasets().get(0);
    String value = metadata.string("00291001").orElseThrow();

    List<Dataset> found = http.search("/instances?00291001=" + value).datasets();

    assertThat(found).hasSize(1);
    assertThat(found.get(0).string("00290010")).hasValue(TestStudies.PRIVATE_CREATOR);
    assertThat(found.get(0).string("00291001")).hasValue(value);
  }

  @Test
  void limitAndOffset_pageInStableOrder() {
    String target = Http.seriesPath(SLICE) + "/instances?limit=7&offset=";
    List<String> numbers =
        List.of(0, 7, 14).stream()
            .flatMap(offset -> http.search(target + offset).datasets().stream())
            .map(d -> d.string(Tag.SOPInstanceUID).orElseThrow())
            .toList();

    assertThat(numbers)
        .isEqualTo(TestStudies.ctSlices().stream().map(TestObject::sopInstanceUid).toList());
    assertThat(http.get(target + 20).status()).isEqualTo(204);
    assertThat(http.get(target + 999999999999999999L).status()).isEqualTo(204);
    assertThat(http.get(Http.seriesPath(SLICE) + "/instances?limit=0").status()).isEqualTo(204);
  }

  @Test
  void limit_withinTheCap_warnsOfNothing() {
    assertThat(http.search("/instances?limit=3").headers().values("Warning")).isEmpty();
  }

  @Test
  void cap_cutsAndWarns() {
    http.server().maxResults(10);
    Http.Reply reply = http.search("/instances?offset=5");

    assertThat(reply.datasets()).hasSize(10);
    assertThat(reply.headers().values("Warning"))
        .containsExactly(
            "299 "
                + http.server().baseUrl()
                + " \"There are 11 additional results that can be requested\"");
    assertThat(http.search("/instances?offset=16").headers().values("Warning")).isEmpty();
  }

  @Test
  void fuzzyMatching_isRefusedInAWarning() {
    Http.Reply reply = http.search("/studies?fuzzymatching=true&PatientName=Yamada%5ETarou");

    assertThat(reply.datasets()).hasSize(1);
    assertThat(reply.header("Warning"))
        .contains(
            "\"The fuzzymatching parameter is not supported."
                + " Only literal matching has been performed.\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/dicom+xml", "application/json", "*/*;q=0", "image/*"})
  void accept_thatExcludesJson_answers406(String accept) {
    assertThat(http.get("/studies", accept).status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "text/html, application/dicom+json;q=0.1",
        "APPLICATION/DICOM+JSON"
      })
  void accept_thatIncludesJson_answersIt(String accept) {
    assertThat(http.get("/studies", accept).status()).isEqualTo(200);
  }

  @Test
  void accept_missing_meansAnything() {
    assertThat(RawSocket.status(http.server(), "GET /dicom-web/studies", "X-Test: 1"))
        .isEqualTo(200);
  }
}
