// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which studies, series and instances each kind of key finds. */
final class SearchMatchingTest {
  private static final TestObject PHANTOM = TestStudies.ctSlices().get(0);
  private static final TestObject HAND = TestStudies.bigEndian();

  @RegisterExtension final Http http = new Http();

  private List<String> studies(String query) {
    return uids("/studies?" + query, Tag.StudyInstanceUID);
  }

  private List<String> uids(String target, int tag) {
    Http.Reply reply = http.search(target);
    return reply.status() == 204
        ? List.of()
        : reply.datasets().stream().map(d -> d.string(tag).orElseThrow()).toList();
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String stored(TestObject object, int tag) {
    Dataset metadata = http.get(Http.path(object) + "/metadata").datasets().get(0);
    return metadata.string(tag).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PatientName=",
        "PatientName=*",
        "UnknownParameter=1",
        "PatientID=*-*",
        "StudyDate=19000101-",
        "StudyDate=-20991231"
      })
  void search_keyThatAllMatch_findsBothStudies(String query) {
    assertThat(studies(query)).containsExactly(PHANTOM.studyInstanceUid(), HAND.studyInstanceUid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PatientID=PHANTOM-1",
        "00100020=PHANTOM-1",
        "PatientID=PHANTOM*",
        "PatientID=?HANTOM-1",
        "PatientID=%50HANTOM-1",
        "Patient%49D=PHANTOM-1",
        "AccessionNumber=ACC-2026-0001",
        "PatientName=Yamada%5ETarou",
        "PatientName=yamada*",
        "PatientName=YAMADA%5Etarou%5E%5E",
        "PatientName=%E5%B1%B1%E7%94%B0*",
        "PatientName=Yamada*%3D%E5%B1%B1%E7%94%B0*",
        "ModalitiesInStudy=CT",
        "ModalitiesInStudy=SR",
        "PatientID=PHANTOM-1&AccessionNumber=ACC-2026-0001"
      })
  void search_keyOfOneStudy_findsIt(String query) {
    assertThat(studies(query)).containsExactly(PHANTOM.studyInstanceUid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PatientID=phantom-1",
        "PatientID=PHANTOM",
        "PatientName=Yamada",
        "PatientID=PHANTOM-1,HAND-2",
        "StudyInstanceUID=1.2.3",
        "StudyInstanceUID=2.25.*",
        "ModalitiesInStudy=XA",
        "StudyDate=19000101",
        "PatientID=PHANTOM-1&AccessionNumber=ACC-2026-0002"
      })
  void search_keyThatNothingMatches_answers204(String query) {
    Http.Reply reply = http.get("/studies?" + query);

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body().size()).isZero();
  }

  @Test
  void search_nameInLatin1_isFoundInUtf8() {
    assertThat(studies("PatientName=" + escape("müller^jürgen")))
        .containsExactly(HAND.studyInstanceUid());
  }

  @Test
  void search_listOfUids_findsEach() {
    String both = PHANTOM.studyInstanceUid() + "," + HAND.studyInstanceUid() + ",1.2";

    assertThat(studies("StudyInstanceUID=" + both)).hasSize(2);
    assertThat(studies("StudyInstanceUID=" + escape(both))).isEmpty();
  }

  @Test
  void search_dateAndTimeRanges_makeOneInterval() {
    String date = stored(PHANTOM, Tag.StudyDate);
    int hour = Integer.parseInt(stored(PHANTOM, Tag.StudyTime).substring(0, 2));
    int day = Integer.parseInt(date);
    String before = String.format("%02d", hour - 1);
    String after = String.format("%02d", hour + 1);

    // after the time of day, but of the day before: within the interval, not within both ranges
    String late = "StudyDate=" + (day - 1) + "-" + date + "&StudyTime=" + after + "-" + after;
    assertThat(studies(late)).contains(PHANTOM.studyInstanceUid());
    String ended = "StudyDate=" + (day - 1) + "-" + date + "&StudyTime=" + after + "-" + before;
    assertThat(studies(ended)).doesNotContain(PHANTOM.studyInstanceUid());
    assertThat(studies("StudyTime=" + before + "-" + after)).contains(PHANTOM.studyInstanceUid());
    assertThat(studies("StudyTime=" + after + "-")).doesNotContain(PHANTOM.studyInstanceUid());
    assertThat(studies("StudyDate=" + date)).contains(PHANTOM.studyInstanceUid());
  }

  @Test
  void search_seriesByModality_findsThoseOfTheModality() {
    assertThat(uids("/series?Modality=CT", Tag.SeriesInstanceUID))
        .containsExactly(PHANTOM.seriesInstanceUid());
    assertThat(uids("/series?PatientID=HAND-2", Tag.SeriesInstanceUID))
        .containsExactly(HAND.seriesInstanceUid());
    assertThat(uids(Http.studyPath(PHANTOM) + "/series", Tag.SeriesInstanceUID)).hasSize(4);
    assertThat(uids("/studies/1.2.3/series", Tag.SeriesInstanceUID)).isEmpty();
  }

  @Test
  void search_instances_findsThemBelowWhatThePathNames() {
    assertThat(uids("/instances", Tag.SOPInstanceUID)).hasSize(26);
    assertThat(uids(Http.studyPath(HAND) + "/instances", Tag.SOPInstanceUID)).hasSize(3);
    assertThat(uids(Http.seriesPath(PHANTOM) + "/instances", Tag.SOPInstanceUID)).hasSize(20);
    assertThat(uids(Http.seriesPath(PHANTOM) + "/instances?InstanceNumber=7", Tag.SOPInstanceUID))
        .containsExactly(TestStudies.ctSlices().get(6).sopInstanceUid());
    assertThat(uids("/instances?InstanceNumber=007&Modality=CT", Tag.SOPInstanceUID)).hasSize(1);
    assertThat(uids("/instances?Rows=64", Tag.SOPInstanceUID))
        .containsExactly(TestStudies.multiFrame().sopInstanceUid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConceptNameCodeSequence.CodeValue=18748-4",
        "0040A043.00080100=18748-4",
        "ConceptNameCodeSequence.00080100=18748*",
        "ConceptNameCodeSequence.CodeValue=18748-4&ConceptNameCodeSequence.CodingSchemeDesignator=LN",
        "ContentSequence.ContentSequence.ConceptNameCodeSequence.CodeMeaning=Finding"
      })
  void search_attributeOfAnItem_findsTheReport(String query) {
    assertThat(uids("/instances?Modality=SR&" + query, Tag.SOPInstanceUID))
        .containsExactly(TestStudies.structuredReport().sopInstanceUid());
  }

  @Test
  void search_keysOfDifferentItems_findNothing() {
    String code = "ContentSequence.ConceptNameCodeSequence.CodeValue=";
    String relation = "ContentSequence.RelationshipType=";

    assertThat(
            uids(
                "/instances?" + code + "121049&" + relation + "HAS%20CONCEPT%20MOD",
                Tag.SOPInstanceUID))
        .hasSize(1);
    assertThat(uids("/instances?" + code + "121049&" + relation + "CONTAINS", Tag.SOPInstanceUID))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studies?limit=-1",
        "/studies?limit=x",
        "/studies?limit=",
        "/studies?offset=1.5",
        "/studies?limit=1&limit=2",
        "/studies?StudyDate=2026",
        "/studies?StudyDate=20261301",
        "/studies?StudyTime=25",
        "/studies?fuzzymatching=yes",
        "/studies?PatientID=a&00100020=b",
        "/studies?Modality=CT",
        "/studies?NumberOfStudyRelatedInstances=3",
        "/series?InstanceNumber=1",
        "/instances?InstanceNumber=one",
        "/instances?PixelData=1",
        "/studies?PatientID=%",
        "/studies?PatientID=%C3"
      })
  void search_badQuery_answers400(String target) {
    assertThat(raw(target)).isEqualTo(400);
  }

  /** OkHttp would mend a lone percent sign. */
  private int raw(String target) {
    return RawSocket.status(http.server(), "GET /dicom-web" + target, "Accept: " + Http.JSON);
  }
}
