// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.search.StudySearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a search walks the pages of servers that page in different ways (PS3.18 §8.3.4.4). */
class PagingTest {
  @RegisterExtension final Wire wire = new Wire();

  private record Outcome(List<String> uids, Completeness completeness, SearchResults results) {}

  private Outcome all(StudySearch search) {
    List<String> uids = new ArrayList<>();
    SearchResults results = search.results();
    try (results) {
      for (Dataset study : results) {
        uids.add(study.string(Tag.StudyInstanceUID).orElseThrow());
      }
    }
    assertThat(results.received()).isEqualTo(uids.size());
    return new Outcome(uids, results.completeness(), results);
  }

  /** A server of so many matches, which caps its pages and may warn of the rest. */
  private void serve(int matches, int cap, boolean warns) {
    wire.dispatch(
        request -> {
          HttpUrl url = request.getUrl();
          int offset = number(url, "offset", 0);
          int limit = Math.min(cap, number(url, "limit", cap));
          int count = Math.max(0, Math.min(limit, matches - offset));
          if (count == 0) {
            return new MockResponse.Builder().code(204).build();
          }
          MockResponse.Builder response = Wire.json(Wire.studies(offset, count)).newBuilder();
          int rest = matches - offset - count;
          if (warns && rest > 0) {
            response.addHeader(
                "Warning",
                "299 s \"There are " + rest + " additional results that can be requested\"");
          }
          return response.build();
        });
  }

  private static int number(HttpUrl url, String name, int otherwise) {
    String value = url.queryParameter(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  @ParameterizedTest
  @CsvSource({
    // matches, cap, warns, page size, requests
    "0, 100, false, 10, 1",
    "5, 100, false, 10, 2",
    "10, 100, false, 10, 2",
    "25, 100, false, 10, 3",
    "25, 7, false, 10, 5",
    "25, 7, true, 10, 5",
    "25, 10, true, 10, 3",
    "30, 10, true, 10, 4",
    "3, 1, false, 10, 4"
  })
  void pages_ofAnyServer_giveEachResultOnceAndAreComplete(
      int matches, int cap, boolean warns, int pageSize, int requests) {
    serve(matches, cap, warns);
    Outcome outcome = all(wire.client().searchForStudies().pageSize(pageSize));
    assertThat(outcome.uids).hasSize(matches).doesNotHaveDuplicates();
    assertThat(outcome.completeness).isEqualTo(Completeness.COMPLETE);
    assertThat(wire.requests()).isEqualTo(requests);
  }

  @Test
  void limitAndOffset_ofTheWhole_areKeptAcrossPages() throws Exception {
    serve(50, 100, false);
    Outcome outcome = all(wire.client().searchForStudies().pageSize(10).limit(25).offset(20));
    assertThat(outcome.uids).hasSize(25).startsWith("1.9.20").endsWith("1.9.44");
    assertThat(outcome.completeness).isEqualTo(Completeness.LIMITED);
    assertThat(wire.takeTarget()).isEqualTo("/studies?limit=10&offset=20");
    assertThat(wire.takeTarget()).isEqualTo("/studies?limit=10&offset=30");
    assertThat(wire.takeTarget()).isEqualTo("/studies?limit=5&offset=40");
    assertThat(wire.requests()).isEqualTo(3);
  }

  @Test
  void emptyArray_insteadOf204_endsAsWell() {
    wire.enqueueJson(Wire.studies(0, 2));
    wire.enqueueJson("[]");
    assertThat(all(wire.client().searchForStudies()).completeness).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void serverThatIgnoresOffset_repeatsItsPage_endsWithoutDuplicatesAndUnknown() {
    wire.dispatch(request -> Wire.json(Wire.studies(0, 10)));
    Outcome outcome = all(wire.client().searchForStudies().pageSize(10));
    assertThat(outcome.uids).hasSize(10).doesNotHaveDuplicates();
    assertThat(outcome.completeness).isEqualTo(Completeness.UNKNOWN);
    assertThat(outcome.results.warnings()).hasSize(1);
    assertThat(wire.requests()).isEqualTo(2);
  }

  @Test
  void serverThatIgnoresLimitAndOffset_givesAllOfItsOnePage() {
    wire.dispatch(request -> Wire.json(Wire.studies(0, 57)));
    Outcome outcome = all(wire.client().searchForStudies().pageSize(10));
    assertThat(outcome.uids).hasSize(57).doesNotHaveDuplicates();
    assertThat(outcome.completeness).isEqualTo(Completeness.UNKNOWN);
    assertThat(wire.requests()).isEqualTo(2);
  }

  @Test
  void serverThatWarnsAndThenHasNothing_isTruncated() {
    wire.enqueue(
        Wire.json(Wire.studies(0, 2))
            .newBuilder()
            .addHeader("Warning", "299 x: There are 40 additional results that can be requested")
            .build());
    wire.enqueueStatus(204);
    Outcome outcome = all(wire.client().searchForStudies());
    assertThat(outcome.completeness).isEqualTo(Completeness.TRUNCATED);
    assertThat(outcome.uids).hasSize(2);
  }

  @Test
  void serverThatRefusesTheNextPage_isTruncatedOrUnknown() {
    wire.dispatch(
        request ->
            Objects.requireNonNull(request.getTarget()).contains("offset")
                ? new MockResponse.Builder().code(400).build()
                : Wire.json(Wire.studies(0, 2)));
    Outcome outcome = all(wire.client().searchForStudies());
    assertThat(outcome.completeness).isEqualTo(Completeness.UNKNOWN);
    assertThat(outcome.results.warnings()).hasSize(1);
  }

  @Test
  void serverThatFailsOnALaterPage_throwsAfterTheResultsSoFar() {
    wire.dispatch(
        request ->
            Objects.requireNonNull(request.getTarget()).contains("offset")
                ? new MockResponse.Builder().code(500).build()
                : Wire.json(Wire.studies(0, 2)));
    List<Dataset> seen = new ArrayList<>();
    SearchResults results = wire.client().searchForStudies().results();
    assertThatThrownBy(() -> results.forEach(seen::add)).isInstanceOf(HttpStatusException.class);
    assertThat(seen).hasSize(2);
    assertThat(results.completeness()).isEqualTo(Completeness.UNKNOWN);
  }

  @Test
  void laterPageThatIsCut_throws() {
    wire.enqueueJson(Wire.studies(0, 2));
    wire.enqueueJson("[" + Wire.study("7") + ",");
    assertThatThrownBy(() -> all(wire.client().searchForStudies()))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void remaining_whileIterating_isWhatTheLastPageSaid() {
    serve(25, 10, true);
    try (SearchResults results = wire.client().searchForStudies().pageSize(10).results()) {
      var iterator = results.iterator();
      assertThat(iterator.hasNext()).isTrue();
      assertThat(results.remaining()).hasValue(15);
      assertThat(results.completeness()).isEqualTo(Completeness.UNKNOWN);
    }
  }

  @Test
  void loopLeftEarly_holdsNoConnection() {
    serve(100, 10, false);
    for (Dataset study : wire.client().searchForStudies().pageSize(10)) {
      assertThat(study.contains(Tag.StudyInstanceUID)).isTrue();
      break;
    }
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void wildcardFallback_whilePaging_filtersAndGoesOn() {
    wire.dispatch(
        request -> {
          HttpUrl url = request.getUrl();
          String target = Objects.requireNonNull(request.getTarget());
          if (target.contains("%5E") || number(url, "offset", 0) >= 3) {
            return Wire.json("[]");
          }
          return Wire.json(
              "[" + name("A^B", 1) + "," + name("A B", 2) + "," + name("a^b", 3) + "]");
        });
    Outcome outcome = all(wire.client().searchForStudies().patientName("A^B"));
    assertThat(outcome.uids).containsExactly("1.9.1", "1.9.3");
    assertThat(outcome.completeness).isEqualTo(Completeness.COMPLETE);
  }

  private static String name(String name, int number) {
    return "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\""
        + name
        + "\"}]},\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.9."
        + number
        + "\"]}}";
  }
}
