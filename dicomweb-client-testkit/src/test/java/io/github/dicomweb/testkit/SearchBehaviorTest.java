// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.PageBehavior;
import io.github.dicomweb.testkit.behavior.PageBehavior.CapNotice;
import io.github.dicomweb.testkit.behavior.PageBehavior.NothingFound;
import io.github.dicomweb.testkit.behavior.PageBehavior.Offset;
import io.github.dicomweb.testkit.behavior.SearchBehavior;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Escapes;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Extension;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Fuzzy;
import io.github.dicomweb.testkit.behavior.SearchBehavior.IncludeField;
import io.github.dicomweb.testkit.behavior.SearchBehavior.LowerKeys;
import io.github.dicomweb.testkit.behavior.SearchBehavior.RepeatedParameters;
import io.github.dicomweb.testkit.behavior.SearchBehavior.SequenceKeys;
import io.github.dicomweb.testkit.behavior.SearchBehavior.UnknownParameters;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Xml;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches of search, as they are seen on the wire. */
final class SearchBehaviorTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String SLICES = Http.seriesPath(SLICE) + "/instances";

  @RegisterExtension final Http http = new Http();

  private void set(UnaryOperator<SearchBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withSearch(change));
  }

  private void setPages(UnaryOperator<PageBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withPages(change));
  }

  private int found(String target) {
    Http.Reply reply = http.search(target);
    return reply.status() == 204 ? 0 : reply.datasets().size();
  }

  @Test
  void query_ignored_findsEverything() {
    set(search -> search.withQuery(SearchBehavior.Query.IGNORED));

    assertThat(found("/studies?PatientID=nobody&limit=1&offset=1")).isEqualTo(2);
  }

  @Test
  void escapes_literal_areNotDecoded() {
    assertThat(found("/studies?PatientID=PHANTOM%2D1")).isEqualTo(1);
    set(search -> search.withEscapes(Escapes.LITERAL));

    assertThat(found("/studies?PatientID=PHANTOM%2D1")).isZero();
    assertThat(found("/studies?PatientID=PHANTOM-1")).isEqualTo(1);
    assertThat(found("/studies?Patient%49D=nobody")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "_=123, 400",
    "emptyvaluematching=true, 200",
    "PatientID=*, 200",
    "00100020=*, 200",
    "limit=1, 200",
    "RequestAttributesSequence.ScheduledProcedureStepID=*, 200"
  })
  void unknownParameters_refused_are400(String query, int status) {
    set(search -> search.withUnknownParameters(UnknownParameters.REFUSED));

    assertThat(http.get("/instances?" + query).status()).isEqualTo(status);
  }

  @Test
  void unknownParameters_refused_includeMatchingThatIsNotDone() {
    set(
        search ->
            search
                .withUnknownParameters(UnknownParameters.REFUSED)
                .withEmptyValues(Extension.IGNORED));

    assertThat(http.get("/studies?emptyvaluematching=true").status()).isEqualTo(400);
  }

  @Test
  void repeatedParameters_countOnce() {
    String target = "/studies?PatientID=PHANTOM-1&PatientID=nobody";
    assertThat(http.get(target).status()).isEqualTo(400);

    set(search -> search.withRepeatedParameters(RepeatedParameters.FIRST));
    assertThat(found(target)).isEqualTo(1);
    set(search -> search.withRepeatedParameters(RepeatedParameters.LAST));
    assertThat(found(target)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "EITHER, true, true, true",
    "COMMAS, true, true, false",
    "REPEATED, false, false, true"
  })
  void includeField_inOneStyle_losesTheOther(
      IncludeField style, boolean first, boolean list, boolean second) {
    set(search -> search.withIncludeField(style));
    var listed = http.search("/studies?includefield=StudyDescription,PatientAge").datasets().get(0);
    var repeated =
        http.search("/studies?includefield=StudyDescription&includefield=PatientAge")
            .datasets()
            .get(0);

    assertThat(listed.contains(Tag.StudyDescription)).isEqualTo(first);
    assertThat(listed.contains(Tag.PatientAge)).isEqualTo(list);
    assertThat(repeated.contains(Tag.StudyDescription)).isTrue();
    assertThat(repeated.contains(Tag.PatientAge)).isEqualTo(second);
  }

  @Test
  void lowerKeys_ignored_matchEverything() {
    assertThat(http.get("/studies?Modality=none").status()).isEqualTo(400);
    set(search -> search.withLowerKeys(LowerKeys.IGNORED));

    assertThat(found("/studies?Modality=none")).isEqualTo(2);
  }

  @Test
  void sequenceKeys_ignored_matchEverything() {
    String target = "/instances?RequestAttributesSequence.ScheduledProcedureStepID=none";
    assertThat(found(target)).isZero();
    set(search -> search.withSequenceKeys(SequenceKeys.IGNORED));

    assertThat(found(target)).isEqualTo(26);
  }

  @Test
  void fuzzy_ignored_saysNothing() {
    assertThat(http.search("/studies?fuzzymatching=true").header("Warning")).contains("fuzzy");
    set(search -> search.withFuzzy(Fuzzy.IGNORED));

    assertThat(http.search("/studies?fuzzymatching=true").header("Warning")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"WARNED, Empty Value Matching", "IGNORED, ''"})
  void emptyValues_notDone_areWarnedOfOrNot(Extension extension, String warning) {
    set(search -> search.withEmptyValues(extension));
    Http.Reply reply = http.search("/studies?emptyvaluematching=true");

    assertThat(reply.header("Warning")).contains(warning);
    assertThat(reply.header("Warning").isEmpty()).isEqualTo(warning.isEmpty());
  }

  @Test
  void multipleValues_notDone_areOneValue() {
    String target = "/series?multiplevaluematching=true&Modality=CT%5CSR";
    assertThat(found(target)).isGreaterThan(1);
    set(search -> search.withMultipleValues(Extension.WARNED));

    assertThat(http.get(target).header("Warning")).contains("Multiple Value Matching");
  }

  @Test
  void xml_bare_isGivenForTheBareTypeOnly() {
    set(search -> search.withXml(Xml.BARE));

    assertThat(http.get("/studies", "application/dicom+xml").documents()).hasSize(2);
    assertThat(http.get("/studies", Http.XML).header("Content-Type")).isEqualTo(Http.JSON);
    assertThat(http.get("/studies", "text/html").header("Content-Type")).isEqualTo(Http.JSON);
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "1, 200", "200, 200", "201, 400"})
  void limit_outOfRange_is400(int limit, int status) {
    setPages(pages -> pages.withSmallestLimit(1).withLargestLimit(200));

    assertThat(http.get("/studies?limit=" + limit).status()).isEqualTo(status);
  }

  @Test
  void cap_warned_tellsHowManyAreLeft() {
    setPages(pages -> pages.withCap(7));
    Http.Reply reply = http.search(SLICES + "?limit=10&offset=2");

    assertThat(reply.datasets()).hasSize(7);
    assertThat(reply.header("Warning"))
        .endsWith("\"There are 3 additional results that can be requested\"");
    assertThat(http.search(SLICES + "?limit=7").header("Warning")).isEmpty();
  }

  @Test
  void cap_silent_tellsNothing() {
    setPages(pages -> pages.withCap(7).withCapNotice(CapNotice.SILENT));
    Http.Reply reply = http.search(SLICES);

    assertThat(reply.datasets()).hasSize(7);
    assertThat(reply.header("Warning")).isEmpty();
  }

  @Test
  void cap_ofXml_isTheSame() {
    setPages(pages -> pages.withCap(7));
    Http.Reply reply = http.get(SLICES, Http.XML);

    assertThat(reply.documents()).hasSize(7);
    assertThat(reply.header("Warning")).contains("13 additional results");
  }

  @Test
  void defaultLimit_countsWithoutALimitOnly() {
    setPages(pages -> pages.withDefaultLimit(5));

    assertThat(found(SLICES)).isEqualTo(5);
    assertThat(found(SLICES + "?limit=9")).isEqualTo(9);
  }

  @Test
  void offset_ignored_repeatsTheFirstPage() {
    setPages(pages -> pages.withOffset(Offset.IGNORED));

    assertThat(http.search(SLICES + "?limit=3&offset=3").body())
        .isEqualTo(http.search(SLICES + "?limit=3").body());
  }

  @ParameterizedTest
  @CsvSource({"NO_CONTENT, 204, ''", "EMPTY_ARRAY, 200, []", "EMPTY_BODY, 200, ''"})
  void nothingFound_isSaidInItsWay(NothingFound nothing, int status, String body) {
    setPages(pages -> pages.withNothingFound(nothing));
    Http.Reply reply = http.get("/studies?PatientID=nobody");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().utf8()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void cap_notPositive_isRefused(int cap) {
    assertThatThrownBy(() -> setPages(pages -> pages.withCap(cap)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
