// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.profile.ServerProfile.ValueSeparator;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Matching of empty and of several values (PS3.4 §C.2.2.2.7 and 8), and what only some servers
 * have: patients, counts, resources of their own.
 */
class VendorSearchTest {
  @RegisterExtension final Wire wire = new Wire();

  private DicomWebClient client(ServerProfile profile) {
    return wire.client(wire.builder().profile(profile));
  }

  private String target(DicomWebClient client, Function<DicomWebClient, SearchRequest<?>> search)
      throws InterruptedException {
    wire.enqueueJson("[" + Wire.study("1") + "]");
    assertThat(search.apply(client).execute().results()).hasSize(1);
    return wire.takeTarget();
  }

  @Test
  void matchEmpty_isTwoQuotesAndSaysSo() throws Exception {
    assertThat(
            target(
                wire.client(),
                c -> c.searchForStudies().matchEmpty(Tag.AccessionNumber).patientId("P")))
        .isEqualTo("/studies?AccessionNumber=%22%22&PatientID=P&emptyvaluematching=true");
    assertThat(
            target(
                wire.client(),
                c -> c.searchForSeries().matchEmpty("RequestAttributesSequence.00401001")))
        .isEqualTo("/series?RequestAttributesSequence.00401001=%22%22&emptyvaluematching=true");
    assertThat(
            target(
                wire.client(),
                c ->
                    c.searchForStudies()
                        .emptyValueMatching()
                        .matchAny(Tag.PatientName, List.of("A", "\"\""))))
        .isEqualTo("/studies?PatientName=A,%22%22&emptyvaluematching=true");
  }

  @Test
  void multipleValueMatching_separatesAsTheProfileHasIt_uidsByCommasAlways() throws Exception {
    Function<DicomWebClient, SearchRequest<?>> search =
        c ->
            c.searchForStudies()
                .matchAny("ModalitiesInStudy", List.of("CT", "MR"))
                .studyInstanceUid("1.2", "1.3")
                .multipleValueMatching();
    assertThat(target(wire.client(), search))
        .isEqualTo(
            "/studies?ModalitiesInStudy=CT,MR&StudyInstanceUID=1.2,1.3"
                + "&multiplevaluematching=true");
    DicomWebClient backslash =
        client(
            ServerProfile.standard().toBuilder().valueSeparator(ValueSeparator.BACKSLASH).build());
    assertThat(target(backslash, search))
        .isEqualTo(
            "/studies?ModalitiesInStudy=CT%5CMR&StudyInstanceUID=1.2,1.3"
                + "&multiplevaluematching=true");
  }

  @Test
  void matchingParameters_ofAServerThatRefusesUnknownOnes_areLeftOut() throws Exception {
    assertThat(
            target(
                client(ServerProfile.dcm4chee()),
                c ->
                    c.searchForStudies()
                        .matchEmpty(Tag.PatientName)
                        .matchAny(Tag.ModalitiesInStudy, List.of("CT", "MR"))
                        .multipleValueMatching()))
        .isEqualTo("/studies?PatientName=%22%22&ModalitiesInStudy=CT,MR");
  }

  @Test
  void matchEmpty_onAServerThatDoesNotDecode_isNotTurnedIntoWildcards() throws Exception {
    assertThat(
            target(
                client(ServerProfile.orthanc()),
                c -> c.searchForStudies().matchEmpty(Tag.PatientName).studyId("A^1")))
        .isEqualTo("/studies?PatientName=%22%22&StudyID=A?1&emptyvaluematching=true");
  }

  @Test
  void queryParameter_goesWithThePageAsItIs_encoded_theLastOfAName() throws Exception {
    assertThat(
            target(
                client(ServerProfile.dcm4chee()),
                c ->
                    c.searchForStudies()
                        .queryParameter("orderby", "PatientName")
                        .queryParameter("x&y", "")
                        .patientId("P")
                        .limit(2)
                        .queryParameter("orderby", "-StudyDate,Größe&limit=9")))
        .isEqualTo(
            "/studies?PatientID=P&orderby=-StudyDate%2CGr%C3%B6%C3%9Fe%26limit%3D9&x%26y=&limit=2");
  }

  @Test
  void queryParameter_goesWithEachPage_andWithTheCount() throws Exception {
    DicomWebClient client = client(ServerProfile.dcm4chee());
    wire.enqueueJson("[" + Wire.study("1") + "," + Wire.study("2") + "]");
    wire.enqueueJson("[]");
    try (var results =
        client.searchForStudies().queryParameter("orderby", "X").pageSize(2).results()) {
      assertThat(results).hasSize(2);
    }
    assertThat(wire.takeTarget()).isEqualTo("/studies?orderby=X&limit=2");
    assertThat(wire.takeTarget()).isEqualTo("/studies?orderby=X&limit=2&offset=2");
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body("{\"count\":7}")
            .build());
    assertThat(client.searchForStudies().queryParameter("orderby", "X").count()).isEqualTo(7);
    assertThat(wire.takeTarget()).isEqualTo("/studies/count?orderby=X");
  }

  @Test
  void queryParameter_isSentToAServerThatDoesNotMatch() throws Exception {
    assertThat(
            target(
                client(ServerProfile.staticDicomWeb()),
                c -> c.searchForStudies().studyInstanceUid("1").queryParameter("v", "2")))
        .isEqualTo("/studies?v=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "limit",
        "Offset",
        "includefield",
        "fuzzymatching",
        "emptyvaluematching",
        "multiplevaluematching",
        "PatientName",
        "00100010",
        "RequestAttributesSequence.ScheduledProcedureStepID"
      })
  void queryParameter_thatTheLibraryHasAMethodFor_isRefusedWithoutBeingQuoted(String name) {
    var search = wire.client().searchForStudies();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.queryParameter(name, "Doe"))
        .withMessageStartingWith(name.isEmpty() ? "a query parameter" : "this query parameter")
        .withMessageNotContainingAny("Doe", name.isEmpty() ? "Doe" : name);
  }

  @Test
  void queryParameter_isNotInTheText() {
    assertThat(wire.client().searchForStudies().queryParameter("orderby", "Doe").toString())
        .doesNotContain("Doe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The fuzzymatching parameter is not supported. Only literal matching has been performed.",
        "The emptyvaluematching parameter is not supported. Empty Value Matching has not been"
            + " performed.",
        "The multiplevaluematching parameter is not supported. Multiple Value Matching has not been"
            + " performed."
      })
  void warning_ofTheStandard_reachesTheCallerWordForWord(String text) {
    wire.dispatch(
        request ->
            Wire.json("[" + Wire.study("1") + "]")
                .newBuilder()
                .addHeader("Warning", "299 PACS: " + text)
                .addHeader("Warning", "299 pacs \"" + text + "\"")
                .build());
    Warning expected = new Warning(Warning.Kind.SERVER, 299, text);
    SearchPage page =
        wire.client()
            .searchForStudies()
            .fuzzyMatching()
            .matchEmpty(Tag.PatientName)
            .multipleValueMatching()
            .execute();
    assertThat(page.warnings()).containsExactly(expected, expected);
    try (var results = wire.client().searchForStudies().limit(1).results()) {
      assertThat(results).hasSize(1);
      assertThat(results.warnings()).containsExactly(expected);
    }
  }

  @Test
  void patients_whereTheProfileHasThem_areSearchedByTheirKeys() throws Exception {
    assertThat(
            target(
                client(ServerProfile.dcm4chee()),
                c ->
                    c.searchForPatients()
                        .patientName("DOE*")
                        .patientId("4300")
                        .issuerOfPatientId("HOSPITAL")
                        .patientSex("F")
                        .patientBirthDate(DateRange.since(1970, 1, 1))
                        .includeField("PatientComments")
                        .limit(3)))
        .isEqualTo(
            "/patients?PatientName=DOE*&PatientID=4300&IssuerOfPatientID=HOSPITAL&PatientSex=F"
                + "&PatientBirthDate=19700101-&includefield=PatientComments&limit=3");
    assertThat(
            target(
                client(ServerProfile.dcm4chee()),
                c -> c.searchForPatients().patientBirthDate(LocalDate.of(1970, 1, 31))))
        .isEqualTo("/patients?PatientBirthDate=19700131");
  }

  @Test
  void patients_whereTheProfileHasNone_areRefusedBeforeAnythingIsSent() {
    DicomWebClient client = wire.client();
    assertThatThrownBy(client::searchForPatients)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("PATIENTS");
    assertThat(wire.requests()).isZero();
  }

  @Test
  void count_asksForTheNumberOfWhatMatches() throws Exception {
    DicomWebClient client = client(ServerProfile.dcm4chee());
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body("{\"count\":4711}")
            .build());
    long count =
        client
            .searchForStudies()
            .patientName("DOE^J*")
            .includeField("Rows")
            .limit(2)
            .offset(1)
            .count();
    assertThat(count).isEqualTo(4711);
    var request = wire.take();
    assertThat(request.getTarget()).isEqualTo("/dicom-web/studies/count?PatientName=DOE%5EJ*");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");

    wire.enqueueJson("{\"more\":{\"count\":[1]},\"count\":0}");
    assertThat(client.searchForInstances("1", "2").countAsync().join()).isZero();
    assertThat(wire.takeTarget()).isEqualTo("/studies/1/series/2/instances/count");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"count\":4",
        "{\"count\":-1}",
        "{\"count\":\"4\"}",
        "[4]",
        "4711",
        "{\"count\":1}{",
        "<html>",
        "{\"count\":99999999999999999999}"
      })
  void count_thatIsNone_isMalformed(String body) {
    wire.enqueueJson(body);
    assertThatThrownBy(() -> client(ServerProfile.dcm4chee()).searchForStudies().count())
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void count_refusedByTheServer_isItsStatus() {
    wire.enqueueStatus(503);
    assertThatThrownBy(() -> client(ServerProfile.dcm4chee()).searchForStudies().count())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(503));
  }

  @Test
  void count_whereTheProfileHasNone_orItWouldBeOfMore_isRefused() {
    assertThatThrownBy(() -> wire.client().searchForStudies().count())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("COUNT");
    DicomWebClient literal =
        client(ServerProfile.dcm4chee().toBuilder().queryEscaping(QueryEscaping.WILDCARD).build());
    assertThatThrownBy(() -> literal.searchForStudies().patientName("A^B").count())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(wire.requests()).isZero();
  }

  @Test
  void otherResource_isSearchedAsAnyIs() throws Exception {
    assertThat(
            target(
                wire.client(),
                c ->
                    c.searchFor("mwlitems")
                        .match("ScheduledProcedureStepSequence.Modality", "CT")
                        .limit(5)))
        .isEqualTo("/mwlitems?ScheduledProcedureStepSequence.Modality=CT&limit=5");
    assertThat(target(wire.client(), c -> c.searchFor("patients", "4 3", "studies")))
        .isEqualTo("/patients/4%203/studies");
  }

  @Test
  void otherResource_whosePathCannotBeOne_isRefusedAtOnce() {
    DicomWebClient client = wire.client();
    for (String bad : List.of("", ".", "..", "a/b", "a\\b", "a\n")) {
      assertThatIllegalArgumentException()
          .as(bad)
          .isThrownBy(() -> client.searchFor("studies", bad));
    }
    assertThatIllegalArgumentException().isThrownBy(client::searchFor);
    assertThat(wire.requests()).isZero();
  }

  @Test
  void otherResource_thatFails_namesNothingOfItsPath() {
    wire.enqueueStatus(500);
    assertThatThrownBy(() -> wire.client().searchFor("patients", "4711").execute())
        .isInstanceOf(HttpStatusException.class)
        .hasMessageContaining("/{resource}/{resource}")
        .hasMessageNotContaining("4711");
  }

  @Test
  void relationalSearch_ofAllStudies_whereTheProfileHasNone_isRefusedBeforeAnythingIsSent() {
    DicomWebClient client =
        client(ServerProfile.standard().toBuilder().without(Feature.RELATIONAL_SEARCH).build());
    assertThatThrownBy(client::searchForSeries)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("RELATIONAL_SEARCH");
    assertThatThrownBy(client::searchForInstances)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("search for studies");
    assertThat(wire.requests()).isZero();
  }
}
