// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TimeRange;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.ListStyle;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchRequest;
import io.github.dicomweb.search.StudySearch;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search puts on the wire, and what it makes of one answer (PS3.18 §10.6). */
class SearchTest {
  @RegisterExtension final Wire wire = new Wire();

  private String target(Function<DicomWebClient, SearchRequest<?>> search)
      throws InterruptedException {
    return target(wire.client(), search);
  }

  private String target(DicomWebClient client, Function<DicomWebClient, SearchRequest<?>> search)
      throws InterruptedException {
    wire.enqueueJson("[" + Wire.study("1") + "]");
    assertThat(search.apply(client).execute().results()).hasSize(1);
    return wire.takeTarget();
  }

  @Test
  void resources_all_six_haveThePathsOfTheStandard() throws Exception {
    assertThat(target(c -> c.searchForStudies())).isEqualTo("/studies");
    assertThat(target(c -> c.searchForSeries())).isEqualTo("/series");
    assertThat(target(c -> c.searchForSeries("1.2"))).isEqualTo("/studies/1.2/series");
    assertThat(target(c -> c.searchForInstances())).isEqualTo("/instances");
    assertThat(target(c -> c.searchForInstances("1.2"))).isEqualTo("/studies/1.2/instances");
    assertThat(target(c -> c.searchForInstances("1.2", "3")))
        .isEqualTo("/studies/1.2/series/3/instances");
  }

  @Test
  void studyKeys_typed_becomeKeywords() throws Exception {
    assertThat(
            target(
                c ->
                    c.searchForStudies()
                        .patientName("DOE*")
                        .patientId("4300")
                        .accessionNumber("A1")
                        .modalitiesInStudy("CT")
                        .referringPhysicianName("WHO?")
                        .studyId("S")
                        .studyInstanceUid("1.2", "1.3")
                        .studyDate(LocalDate.of(2026, 1, 31))
                        .studyTime(TimeRange.since(LocalTime.of(8, 30)))))
        .isEqualTo(
            "/studies?PatientName=DOE*&PatientID=4300&AccessionNumber=A1&ModalitiesInStudy=CT"
                + "&ReferringPhysicianName=WHO?&StudyID=S&StudyInstanceUID=1.2,1.3"
                + "&StudyDate=20260131&StudyTime=083000-");
  }

  @Test
  void seriesAndInstanceKeys_typed_becomeKeywordsAndPaths() throws Exception {
    assertThat(
            target(
                c ->
                    c.searchForSeries("1")
                        .modality("MR")
                        .seriesInstanceUid("7")
                        .seriesNumber(3)
                        .performedProcedureStepStartDate(DateRange.until(LocalDate.of(2026, 2, 1)))
                        .performedProcedureStepStartTime(TimeRange.of(LocalTime.NOON))
                        .scheduledProcedureStepId("S1")
                        .requestedProcedureId("R1")))
        .isEqualTo(
            "/studies/1/series?Modality=MR&SeriesInstanceUID=7&SeriesNumber=3"
                + "&PerformedProcedureStepStartDate=-20260201"
                + "&PerformedProcedureStepStartTime=120000"
                + "&RequestAttributesSequence.ScheduledProcedureStepID=S1"
                + "&RequestAttributesSequence.RequestedProcedureID=R1");
    assertThat(
            target(
                c ->
                    c.searchForInstances()
                        .sopClassUid("1.2.840.10008.5.1.4.1.1.2")
                        .sopInstanceUid("5", "6")
                        .instanceNumber(12)
                        .patientId("P")))
        .isEqualTo(
            "/instances?SOPClassUID=1.2.840.10008.5.1.4.1.1.2&SOPInstanceUID=5,6"
                + "&InstanceNumber=12&PatientID=P");
  }

  @ParameterizedTest
  @CsvSource({
    "PatientName, PatientName",
    "00100010, 00100010",
    "0040a730, 0040A730",
    "00091001, 00091001",
    "RequestAttributesSequence.ScheduledProcedureStepID,"
        + " RequestAttributesSequence.ScheduledProcedureStepID",
    "OtherPatientIDsSequence.00100020, OtherPatientIDsSequence.00100020",
    "00189998, 00189998",
    "00091001.00189998, 00091001.00189998"
  })
  void match_attributeNamedInAnyWay_isSentAsNamed(String attribute, String expected)
      throws Exception {
    assertThat(target(c -> c.searchForStudies().match(attribute, "1")))
        .isEqualTo("/studies?" + expected + "=1");
  }

  @Test
  void match_attributeThatIsNone_isRefusedAtOnce() {
    StudySearch search = wire.client().searchForStudies();
    for (String bad : List.of("", "a.", ".a", "0010 0010", "PatientName=x&a", "001000", "ä")) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> search.match(bad, "1"));
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> search.includeField(bad));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> search.match(Tag.PatientID, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.matchAny(Tag.StudyInstanceUID, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> search.limit(0));
    assertThatIllegalArgumentException().isThrownBy(() -> search.offset(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> search.pageSize(0));
    assertThat(wire.requests()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "PatientNaem, the attribute has a keyword",
    "patientname, the attribute has a keyword",
    "RequestAttributesSequence.AttributeOfNextYear, step 2 of the path has a keyword",
    "RequestAttributeSequence.StudyInstanceUID, step 1 of the path has a keyword",
    "PatientName.PatientID, step 1 of the path is no sequence",
    "RequestAttributesSequence..PatientID, step 2 of the path has no name"
  })
  void match_attributeThatNobodyKnows_isRefusedAndTheMessageSaysWhere(String bad, String why) {
    StudySearch search = wire.client().searchForStudies();
    for (Consumer<String> way :
        List.<Consumer<String>>of(
            name -> search.match(name, "1"),
            name -> search.matchAny(name, List.of("1", "2")),
            search::matchEmpty,
            search::includeField)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> way.accept(bad))
          .withMessageContaining(why)
          .withMessageNotContaining(bad);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.match("PatientNaem", "1"))
        .withMessageContaining("eight hexadecimal digits");
  }

  @Test
  void includeField_all_isAllAsItStandsInAQuery() throws Exception {
    assertThat(target(c -> c.searchForStudies().includeField("all")))
        .isEqualTo("/studies?includefield=all");
  }

  @Test
  void escaping_commasAndAmpersandsInAValue_areEncodedAndListSeparatorsAreNot() throws Exception {
    assertThat(
            target(
                c ->
                    c.searchForStudies()
                        .match(Tag.StudyDescription, "a,b&c=d+e#f")
                        .matchAny("ModalitiesInStudy", List.of("CT", "M,R"))))
        .isEqualTo("/studies?StudyDescription=a%2Cb%26c%3Dd%2Be%23f&ModalitiesInStudy=CT,M%2CR");
  }

  @Test
  void escaping_caretBlankAndNonAscii_arePercentEncodedUtf8() throws Exception {
    assertThat(target(c -> c.searchForStudies().patientName("Müller^Jürgen von")))
        .isEqualTo("/studies?PatientName=M%C3%BCller%5EJ%C3%BCrgen%20von");
  }

  @Test
  void parameters_includeFieldFuzzyLimitOffset_followTheKeys() throws Exception {
    assertThat(
            target(
                c ->
                    c.searchForStudies()
                        .includeField(Tag.StudyDescription, 0x00091001)
                        .includeField("00081030", "StudyDescription")
                        .fuzzyMatching()
                        .limit(5)
                        .offset(10)
                        .patientId("X")))
        .isEqualTo(
            "/studies?PatientID=X&includefield=StudyDescription,00091001,00081030"
                + "&fuzzymatching=true&limit=5&offset=10");
    assertThat(target(c -> c.searchForStudies().includeAllFields()))
        .isEqualTo("/studies?includefield=all");
    DicomWebClient repeating =
        wire.client(
            wire.builder()
                .profile(
                    ServerProfile.standard().toBuilder()
                        .includeFieldStyle(ListStyle.REPEATED)
                        .build()));
    assertThat(target(repeating, c -> c.searchForStudies().includeField("Rows", "Columns")))
        .isEqualTo("/studies?includefield=Rows&includefield=Columns");
  }

  @Test
  void request_changed_leavesTheOriginalAsItWas() throws Exception {
    StudySearch all = wire.client().searchForStudies();
    StudySearch some = all.patientId("1");
    assertThat(target(c -> all)).isEqualTo("/studies");
    assertThat(target(c -> some)).isEqualTo("/studies?PatientID=1");
  }

  @Test
  void serverThatDoesNotDecode_nothingFound_isAskedWithWildcardsAndFiltered() throws Exception {
    String wanted = "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Doe^John\"}]}}";
    String tooMuch = "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Doe John\"}]}}";
    wire.enqueueJson("[]");
    wire.enqueueJson("[" + wanted + "," + tooMuch + "]");
    wire.enqueueJson("[" + wanted + "]");
    DicomWebClient client = wire.client();
    SearchPage page = client.searchForStudies().patientName("doe^john").execute();
    assertThat(page.results()).hasSize(1);
    assertThat(wire.takeTarget()).isEqualTo("/studies?PatientName=doe%5Ejohn");
    assertThat(wire.takeTarget()).isEqualTo("/studies?PatientName=doe?john");

    assertThat(client.searchForStudies().patientName("Doe^J*").execute().results()).hasSize(1);
    assertThat(wire.takeTarget()).as("what worked is remembered").endsWith("PatientName=Doe?J*");
    assertThat(wire.requests()).isEqualTo(3);
  }

  @Test
  void serverThatDecodes_onceSeenToDecode_isNotAskedTwice() {
    wire.enqueueJson("[" + Wire.study("1") + "]");
    wire.enqueueStatus(204);
    DicomWebClient client = wire.client();
    assertThat(client.searchForStudies().patientName("A^B").execute().results()).hasSize(1);
    assertThat(client.searchForStudies().patientName("A^C").execute().results()).isEmpty();
    assertThat(wire.requests()).isEqualTo(2);
  }

  @Test
  void wildcardEscaping_nonAsciiAndUids_becomeStarsAndStayLiteral() throws Exception {
    DicomWebClient client =
        wire.client(
            wire.builder()
                .profile(
                    ServerProfile.standard().toBuilder()
                        .queryEscaping(QueryEscaping.WILDCARD)
                        .build()));
    assertThat(
            target(
                client,
                c -> c.searchForStudies().patientName("Mü^王小").studyInstanceUid("1.2", "1.3")))
        .isEqualTo("/studies?PatientName=M*?*&StudyInstanceUID=1.2,1.3");
  }

  /** Servers match names group by group, or as one text: what is sent suits both. */
  @Test
  void wildcardEscaping_nameOfSeveralGroups_isSentUpToTheSecondAndHeldAgainstTheResults()
      throws Exception {
    wire.enqueueJson(
        "["
            + named("1", "Yamada^Tarou", "山田^太郎")
            + ","
            + named("2", "Yamada^Tarou", "山田^次郎")
            + "]");
    DicomWebClient client =
        wire.client(
            wire.builder()
                .profile(
                    ServerProfile.standard().toBuilder()
                        .queryEscaping(QueryEscaping.WILDCARD)
                        .build()));
    assertThat(client.searchForStudies().patientName("Yamada^Tarou=山田^太郎").execute().results())
        .extracting(study -> study.string(Tag.StudyInstanceUID).orElseThrow())
        .containsExactly("1");
    assertThat(wire.takeTarget()).endsWith("/studies?PatientName=Yamada?Tarou*");
  }

  private static String named(String uid, String alphabetic, String ideographic) {
    return "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\""
        + alphabetic
        + "\",\"Ideographic\":\""
        + ideographic
        + "\"}]},\"0020000D\":{\"vr\":\"UI\",\"Value\":[\""
        + uid
        + "\"]}}";
  }

  @Test
  void wildcardEscaping_resultWithAnEmptyValue_isNotWhatWasMeant() {
    String unnamed =
        "{\"00100010\":{\"vr\":\"PN\"},\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1\"]}}";
    wire.enqueueJson("[" + unnamed + "," + Wire.study("2") + "]");
    DicomWebClient client =
        wire.client(
            wire.builder()
                .profile(
                    ServerProfile.standard().toBuilder()
                        .queryEscaping(QueryEscaping.WILDCARD)
                        .build()));

    // "*?*" also finds nameless studies; one without the attribute at all may be the one.
    assertThat(client.searchForStudies().patientName("王^小").execute().results())
        .extracting(study -> study.string(Tag.StudyInstanceUID).orElseThrow())
        .containsExactly("2");
  }

  @Test
  void page_204_isEmptyAndComplete() {
    wire.enqueueStatus(204);
    SearchPage page = wire.client().searchForStudies().execute();
    assertThat(page.results()).isEmpty();
    assertThat(page.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(page).isEmpty();
  }

  @Test
  void page_withWarning_tellsWhatRemains() {
    wire.enqueue(
        Wire.json("[" + Wire.study("1") + "]")
            .newBuilder()
            .addHeader(
                "Warning", "299 host:8080 \"There are 2 additional results that can be requested\"")
            .addHeader("Warning", "299 - \"The fuzzymatching parameter is not supported.\"")
            .build());
    SearchPage page = wire.client().searchForStudies().execute();
    assertThat(page.remaining()).hasValue(2);
    assertThat(page.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(page.warnings()).hasSize(2);
    assertThat(page.warnings().get(1).text()).contains("fuzzymatching");
    assertThat(page.warnings().get(1).code()).isEqualTo(299);
  }

  @Test
  void page_fullOfWhatWasAsked_isLimited() {
    wire.enqueueJson(Wire.studies(0, 2));
    assertThat(wire.client().searchForStudies().limit(2).execute().completeness())
        .isEqualTo(Completeness.LIMITED);
    wire.enqueueJson(Wire.studies(0, 2));
    assertThat(wire.client().searchForStudies().execute().completeness())
        .isEqualTo(Completeness.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"application/json", "text/plain", "none"})
  void page_underAnotherMediaType_isReadAndReported(String type) {
    MockResponse.Builder response = new MockResponse.Builder().body("[" + Wire.study("1") + "]");
    if (type != null) {
      response.addHeader("Content-Type", type);
    }
    wire.enqueue(response.build());
    SearchPage page = wire.client().searchForStudies().execute();
    assertThat(page.results()).hasSize(1);
    assertThat(page.warnings()).hasSize(1);
  }

  @Test
  void page_emptyBodyWith200_isEmptyAndReported() {
    wire.enqueue(
        new MockResponse.Builder().addHeader("Content-Type", "application/dicom+json").build());
    SearchPage page = wire.client().searchForStudies().execute();
    assertThat(page.results()).isEmpty();
    assertThat(page.warnings()).hasSize(1);
  }

  @Test
  void page_inHtml_isMalformed() {
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<html>Sign in</html>")
            .build());
    assertThatThrownBy(() -> wire.client().searchForStudies().execute())
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.mediaType()).contains("text/html"));
  }

  @Test
  void page_cutAtAnyByte_isMalformed() {
    String json = "[" + Wire.study("1.2") + "," + Wire.study("1.3") + "]";
    DicomWebClient client = wire.client();
    for (int cut = 1; cut < json.length(); cut++) {
      wire.enqueueJson(json.substring(0, cut));
      assertThatThrownBy(() -> client.searchForStudies().execute())
          .as("cut at %d", cut)
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void refused_badRequest_triesASimplerAcceptThenTellsTheFirst() throws Exception {
    wire.enqueue(new MockResponse.Builder().code(400).body("no such key").build());
    wire.enqueue(new MockResponse.Builder().code(400).body("again").build());
    assertThatThrownBy(() -> wire.client().searchForStudies().match("00091001", "secret").execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class,
            e -> {
              assertThat(e.status()).isEqualTo(400);
              assertThat(e.body()).isEqualTo("no such key");
              assertThat(e.getMessage()).contains("GET /studies").doesNotContain("secret");
            });
    RecordedRequest first = wire.take();
    assertThat(first.getHeaders().get("Accept")).isEqualTo("application/dicom+json");
    assertThat(first.getMethod()).isEqualTo("GET");
  }

  @Test
  void results_iteratedTwice_areRefused() {
    wire.enqueueJson("[]");
    var results = wire.client().searchForStudies().results();
    assertThat(results.iterator().hasNext()).isFalse();
    assertThatIllegalStateException().isThrownBy(results::iterator);
  }

  @Test
  void stream_closedEarly_sendsNothingMore() {
    wire.enqueueJson(Wire.studies(0, 3));
    try (Stream<Dataset> stream = wire.client().searchForStudies().stream()) {
      assertThat(stream.findFirst()).isPresent();
    }
    assertThat(wire.requests()).isEqualTo(1);
  }
}
