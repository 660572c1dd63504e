// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TimeRange;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.Paging;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchRequest;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.search.StudySearch;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that give everything, in one page or in many: what matches is found here. */
class ClientMatchingTest {
  private static final ServerProfile STATIC = ServerProfile.staticDicomWeb();

  @RegisterExtension final Wire wire = new Wire();

  private static Dataset study(String uid) {
    return Dataset.builder().put(Tag.StudyInstanceUID, uid).build();
  }

  private static final Dataset CT =
      study("1").toBuilder()
          .put(Tag.PatientName, "Doe^Jane^^Dr")
          .put(Tag.PatientID, "P-1")
          .put(Tag.StudyDate, "20260131")
          .put(Tag.StudyTime, "083000.5")
          .put(Tag.ModalitiesInStudy, "CT", "SR")
          .put(Tag.AccessionNumber)
          .put(Tag.StudyDescription, "Head, plain")
          .put(Tag.NumberOfStudyRelatedInstances, "120")
          .put(Tag.PatientWeight, "70.50")
          .put(Tag.AcquisitionDateTime, "20260131083000+0100")
          .putSequence(
              Tag.RequestAttributesSequence,
              Dataset.builder()
                  .put(Tag.RequestedProcedureID, "R1")
                  .put(Tag.ScheduledProcedureStepID, "S1")
                  .build(),
              Dataset.builder()
                  .put(Tag.RequestedProcedureID, "R2")
                  .put(Tag.ScheduledProcedureStepID, "S2")
                  .build())
          .build();
  private static final Dataset MR =
      study("2").toBuilder()
          .putPersonName(Tag.PatientName, PersonName.of("Wang^XiaoDong", "王^小東", ""))
          .put(Tag.PatientID, "P-2")
          .put(Tag.StudyDate, "20260201")
          .put(Tag.StudyTime, "0915")
          .put(Tag.ModalitiesInStudy, "MR")
          .put(Tag.AccessionNumber, "A2")
          .put(Tag.StudyDescription, "head")
          .put(Tag.NumberOfStudyRelatedInstances, "7")
          .put(Tag.PatientWeight, "-1")
          .put(Tag.AcquisitionDateTime, "2026")
          .putSequence(
              Tag.RequestAttributesSequence,
              Dataset.builder()
                  .put(Tag.RequestedProcedureID, "R1")
                  .put(Tag.ScheduledProcedureStepID, "S2")
                  .build())
          .build();

  private static String json(Dataset... datasets) {
    return List.of(datasets).stream()
        .map(DicomJsonWriter::toJson)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private DicomWebClient client(ServerProfile profile) {
    return wire.client(wire.builder().profile(profile));
  }

  private SearchPage search(UnaryOperator<StudySearch> keys) {
    wire.enqueueJson(json(CT, MR));
    return keys.apply(client(STATIC).searchForStudies()).execute();
  }

  private static String uids(SearchPage page) {
    return page.results().stream()
        .map(d -> d.string(Tag.StudyInstanceUID).orElseThrow())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PatientID | P-1 | 1",
        "PatientID | p-1 | ''",
        "PatientID | P-? | 1 2",
        "PatientID | P | ''",
        "PatientID | * | 1 2",
        "PatientName | doe^jane^^dr | 1",
        "PatientName | doe* | 1",
        "PatientName | wang^xiaodong^^^ | 2",
        "PatientName | 王* | 2",
        "PatientName | Wang^XiaoDong=王^小東 | 2",
        "StudyInstanceUID | 1 | 1",
        "StudyInstanceUID | ? | ''",
        "StudyDate | 20260131 | 1",
        "StudyDate | 20260131-20260201 | 1 2",
        "StudyDate | -20260131 | 1",
        "StudyDate | 20260201- | 2",
        "StudyDate | 2026013 | ''",
        "StudyTime | 0800-0900 | 1",
        "StudyTime | 08 | 1",
        "StudyTime | 083000 | 1",
        "StudyTime | 083001- | 2",
        "StudyTime | 091500 | 2",
        "ModalitiesInStudy | SR | 1",
        "StudyDescription | head | 2",
        "StudyDescription | Head, plain | 1",
        "StudyDescription | *ea* | 1 2",
        "NumberOfStudyRelatedInstances | 7 | 2",
        "NumberOfStudyRelatedInstances | 10-120 | 1",
        "NumberOfStudyRelatedInstances | -100 | ''",
        "PatientWeight | 70.5 | 1",
        "PatientWeight | -1 | 2",
        "PatientWeight | -1-70.5 | 1 2",
        "PatientWeight | 70.6- | ''",
        "PatientWeight | heavy | ''",
        "RequestAttributesSequence.RequestedProcedureID | R1 | 1 2",
        "00400275.00400009 | S1 | 1",
        "AcquisitionDateTime | 20260131 | 1",
        "AcquisitionDateTime | 20260131093000+0200 | 1",
        "AcquisitionDateTime | 20260131083000-0500 | ''",
        "AcquisitionDateTime | 20260131-20260201 | 1",
        "AcquisitionDateTime | 20260131073001- | ''",
        "AcquisitionDateTime | -20260131073000+0000 | 1 2",
        "AcquisitionDateTime | 20260131080000+0100-20260131090000+0100 | 1",
        "AcquisitionDateTime | soon | ''",
        "AccessionNumber | A2 | 2",
        "AccessionNumber | A* | 2",
      })
  void key_ofEachKind_findsWhatPs34Says(String attribute, String value, String expected) {
    SearchPage page = search(s -> s.match(attribute, value));
    assertThat(uids(page)).isEqualTo(expected);
    assertThat(page.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(page.warnings()).isEmpty();
  }

  @Test
  void keys_several_haveAllToMatch_andListsAnyOfTheirValues() {
    assertThat(uids(search(s -> s.patientName("*").patientId("P-2")))).isEqualTo("2");
    assertThat(uids(search(s -> s.patientName("doe*").patientId("P-2")))).isEmpty();
    assertThat(uids(search(s -> s.studyInstanceUid("2", "3")))).isEqualTo("2");
    assertThat(uids(search(s -> s.matchAny(Tag.ModalitiesInStudy, List.of("MR", "SR")))))
        .isEqualTo("1 2");
  }

  @Test
  void keys_ofOneSequence_haveToMatchTheSameItem() {
    assertThat(
            uids(
                search(
                    s ->
                        s.match("RequestAttributesSequence.RequestedProcedureID", "R1")
                            .match("RequestAttributesSequence.ScheduledProcedureStepID", "S2"))))
        .isEqualTo("2");
  }

  @Test
  void dateAndTime_rangesOfBoth_areOneInterval() {
    DateRange days = DateRange.between(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1));
    assertThat(
            uids(
                search(
                    s ->
                        s.studyDate(days)
                            .studyTime(TimeRange.between(LocalTime.of(8, 0), LocalTime.of(9, 0))))))
        .as("from 08:00 on the first day to 09:00 on the second")
        .isEqualTo("1");
    assertThat(uids(search(s -> s.studyDate(days).studyTime(TimeRange.since(LocalTime.of(9, 0))))))
        .isEqualTo("2");
    assertThat(
            uids(
                search(
                    s ->
                        s.studyDate(DateRange.since(2026, 1, 30))
                            .studyTime(TimeRange.since(LocalTime.of(23, 0))))))
        .as("the times are of the ends, not of each day")
        .isEqualTo("1 2");
  }

  @Test
  void emptyValues_matchWhatHasNone() {
    assertThat(uids(search(s -> s.matchEmpty(Tag.AccessionNumber)))).isEqualTo("1");
    assertThat(uids(search(s -> s.matchEmpty(Tag.StudyID)))).as("not there").isEqualTo("1 2");
    assertThat(uids(search(s -> s.matchEmpty(Tag.PatientID)))).isEmpty();
    assertThat(
            uids(
                search(
                    s ->
                        s.emptyValueMatching()
                            .matchAny(Tag.AccessionNumber, List.of("\"\"", "A2")))))
        .isEqualTo("1 2");
    assertThat(uids(search(s -> s.match(Tag.AccessionNumber, "\"\""))))
        .as("two quotes are two quotes unless they were said to stand for nothing")
        .isEmpty();
    assertThat(uids(search(s -> s.matchEmpty("OtherPatientIDsSequence.PatientID"))))
        .isEqualTo("1 2");
  }

  @Test
  void attributeThatResultsLack_matchesNothingAndIsReported() {
    SearchPage page = search(s -> s.referringPhysicianName("WHO"));
    assertThat(page.results()).isEmpty();
    assertThat(page.warnings())
        .containsExactly(
            Warning.tolerated(
                "a result without ReferringPhysicianName, which is matched, was taken not to"
                    + " match"));
  }

  @Test
  void timeZone_isNotTakenIntoAccountAndReported() {
    SearchPage page = search(s -> s.match(Tag.TimezoneOffsetFromUTC, "+0100"));
    assertThat(page.results()).hasSize(2);
    assertThat(page.warnings()).hasSize(1);
  }

  @Test
  void fuzzyMatching_isRefused_orReportedWhereTheProfileClaimsIt() {
    StudySearch fuzzy = client(STATIC).searchForStudies().fuzzyMatching();
    assertThatThrownBy(fuzzy::execute).isInstanceOf(UnsupportedOperationException.class);
    wire.enqueueJson(json(CT, MR));
    SearchPage page =
        client(STATIC.toBuilder().with(Feature.FUZZY_MATCHING).build())
            .searchForStudies()
            .fuzzyMatching()
            .patientName("doe*")
            .execute();
    assertThat(uids(page)).isEqualTo("1");
    assertThat(page.warnings()).hasSize(1);
  }

  @Test
  void request_toAServerThatMatchesAndPagesNothing_holdsNoKeyAndNoPage() throws Exception {
    assertThat(
            search(
                    s ->
                        s.patientName("Doe*")
                            .matchEmpty(Tag.AccessionNumber)
                            .multipleValueMatching()
                            .includeField(Tag.StudyDescription)
                            .limit(3))
                .results())
        .hasSize(1);
    assertThat(wire.takeTarget()).isEqualTo("/studies?includefield=StudyDescription");
    assertThat(wire.requests()).isEqualTo(1);
  }

  private static List<String> read(SearchResults results) {
    List<String> uids = new ArrayList<>();
    try (results) {
      results.forEach(d -> uids.add(d.string(Tag.StudyInstanceUID).orElseThrow()));
    }
    return uids;
  }

  @Test
  void onePage_limitAndOffset_areCountedHereInOneRequest() throws Exception {
    DicomWebClient client =
        client(ServerProfile.standard().toBuilder().paging(Paging.NONE).build());
    wire.enqueueJson(Wire.studies(0, 500));
    SearchResults some = client.searchForStudies().patientId("P").offset(298).limit(3).results();
    assertThat(read(some)).containsExactly("1.9.298", "1.9.299", "1.9.300");
    assertThat(some.completeness()).isEqualTo(Completeness.LIMITED);
    assertThat(wire.takeTarget()).isEqualTo("/studies?PatientID=P");

    wire.enqueueJson(Wire.studies(0, 500));
    SearchResults all = client.searchForStudies().results();
    assertThat(read(all)).hasSize(500).doesNotHaveDuplicates();
    assertThat(all.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(wire.requests()).isEqualTo(2);

    wire.enqueueJson(Wire.studies(0, 5));
    SearchPage page = client.searchForStudies().offset(2).limit(2).execute();
    assertThat(uids(page)).isEqualTo("1.9.2 1.9.3");
    assertThat(page.completeness()).isEqualTo(Completeness.LIMITED);
    wire.enqueueStatus(204);
    assertThat(client.searchForStudies().execute().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void onePage_thatIsNotAllByTheServersWord_isTruncated() {
    DicomWebClient client =
        client(ServerProfile.standard().toBuilder().paging(Paging.NONE).build());
    MockResponse page =
        Wire.json(Wire.studies(0, 2))
            .newBuilder()
            .addHeader("Warning", "299 s: There are 4 additional results that can be requested")
            .build();
    wire.enqueue(page);
    SearchPage warned = client.searchForStudies().execute();
    assertThat(warned.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(warned.remaining()).hasValue(4);
    wire.enqueue(Wire.json(Wire.studies(0, 2)).newBuilder().code(206).build());
    assertThat(client.searchForStudies().execute().completeness())
        .isEqualTo(Completeness.TRUNCATED);
  }

  @Test
  void matchingHere_overPages_goesOnUntilEnoughMatch() throws Exception {
    wire.dispatch(
        request -> {
          String offset = request.getUrl().queryParameter("offset");
          int from = offset == null ? 0 : Integer.parseInt(offset);
          return from >= 30
              ? new MockResponse.Builder().code(204).build()
              : Wire.json(Wire.studies(from, 10));
        });
    DicomWebClient client =
        client(ServerProfile.standard().toBuilder().matching(Matching.CLIENT).pageSize(10).build());
    SearchRequest<?> search =
        client.searchForStudies().studyInstanceUid("1.9.3", "1.9.12", "1.9.15", "1.9.29");
    assertThat(read(search.results())).containsExactly("1.9.3", "1.9.12", "1.9.15", "1.9.29");
    assertThat(wire.takeTarget()).isEqualTo("/studies?limit=10");
    assertThat(wire.takeTarget()).isEqualTo("/studies?limit=10&offset=10");
    int before = wire.requests();

    SearchResults some = search.offset(1).limit(2).results();
    assertThat(read(some)).as("the offset is of what matches").containsExactly("1.9.12", "1.9.15");
    assertThat(some.completeness()).isEqualTo(Completeness.LIMITED);
    assertThat(wire.requests()).isEqualTo(before + 2);
    assertThat(search.execute().results()).hasSize(4);
  }
}
