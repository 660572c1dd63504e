// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.MetadataAnswer;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The instances of a study, and its metadata, where the server searches and describes the instances
 * of one series only: series by series.
 */
class SeriesBySeriesTest {
  private static final ServerProfile AWS = ServerProfile.awsHealthImaging();

  @RegisterExtension final Wire wire = new Wire();

  // What the server answers, by the end of the path; anything else is 404.
  private final Map<String, MockResponse> answers = new LinkedHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeEach
  void serve() {
    wire.dispatch(
        request -> {
          String path = request.getUrl().encodedPath().substring("/dicom-web".length());
          String query = Objects.toString(request.getUrl().encodedQuery(), "");
          asked.add(path + (query.isEmpty() ? "" : "?" + query));
          String offset = request.getUrl().queryParameter("offset");
          if (offset != null) {
            return new MockResponse.Builder().code(204).build();
          }
          return answers.getOrDefault(path, new MockResponse.Builder().code(404).build());
        });
  }

  private DicomWebClient client(ServerProfile profile) {
    return wire.client(wire.builder().profile(profile));
  }

  private static String series(String uid, String modality) {
    return "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\""
        + modality
        + "\"]},\"00081190\":{\"vr\":\"UR\",\"Value\":[\"http://h/series\"]},"
        + "\"0020000E\":{\"vr\":\"UI\",\"Value\":[\""
        + uid
        + "\"]}}";
  }

  private void serveTwoSeries() {
    answers.put(
        "/studies/1/series",
        Wire.json("[" + series("1.1", "CT") + "," + series("1.2", "SR") + "]"));
    answers.put(
        "/studies/1/series/1.1/instances",
        Wire.json("[" + Wire.instance("5") + "," + Wire.instance("6") + "]"));
    answers.put("/studies/1/series/1.2/instances", Wire.json("[" + Wire.instance("7") + "]"));
  }

  private static List<String> uids(Iterable<Dataset> results) {
    List<String> uids = new ArrayList<>();
    results.forEach(d -> uids.add(d.string(Tag.SOPInstanceUID).orElseThrow()));
    return uids;
  }

  @Test
  void instancesOfAStudy_areSearchedSeriesBySeries_withTheAttributesOfTheirSeries() {
    serveTwoSeries();
    try (SearchResults results = client(AWS).searchForInstances("1").results()) {
      List<Dataset> instances = new ArrayList<>();
      results.forEach(instances::add);
      assertThat(uids(instances)).containsExactly("5", "6", "7");
      assertThat(instances.get(2).string(Tag.SeriesInstanceUID)).contains("1.2");
      assertThat(instances.get(2).string(Tag.Modality)).contains("SR");
      assertThat(instances.get(2).contains(Tag.RetrieveURL)).isFalse();
      assertThat(results.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(results.received()).isEqualTo(3);
    }
    assertThat(asked)
        .containsExactly(
            "/studies/1/series?limit=1000",
            "/studies/1/series/1.1/instances?limit=1000",
            "/studies/1/series/1.1/instances?limit=1000&offset=2",
            "/studies/1/series/1.2/instances?limit=1000",
            "/studies/1/series/1.2/instances?limit=1000&offset=1",
            "/studies/1/series?limit=1000&offset=2");
  }

  @Test
  void instancesOfAStudy_searched_keysGoToTheirLevels() {
    serveTwoSeries();
    SearchPage page =
        client(AWS)
            .searchForInstances("1")
            .modality("CT")
            .scheduledProcedureStepId("S")
            .sopClassUid("1.2")
            .includeField("Rows")
            .offset(1)
            .limit(1)
            .execute();
    assertThat(uids(page)).containsExactly("6");
    assertThat(page.completeness()).isEqualTo(Completeness.LIMITED);
    assertThat(asked)
        .containsExactly(
            "/studies/1/series?Modality=CT&RequestAttributesSequence.ScheduledProcedureStepID=S"
                + "&includefield=Rows&limit=1000",
            "/studies/1/series/1.1/instances?SOPClassUID=1.2&includefield=Rows&limit=1000");
  }

  @Test
  void instancesOfAStudy_searched_areWholeOnlyIfEachLevelIs() {
    serveTwoSeries();
    answers.put(
        "/studies/1/series/1.1/instances",
        Wire.json("[" + Wire.instance("5") + "]")
            .newBuilder()
            .addHeader("Warning", "299 s \"There are 2 additional results that can be requested\"")
            .build());
    try (SearchResults results = client(AWS).searchForInstances("1").results()) {
      assertThat(uids(results)).containsExactly("5", "7");
      assertThat(results.completeness()).isEqualTo(Completeness.TRUNCATED);
      assertThat(results.warnings()).hasSize(1);
    }
    answers.put("/studies/1/series", Wire.json("[{}," + series("1.2", "SR") + "]"));
    try (SearchResults results = client(AWS).searchForInstances("1").results()) {
      assertThat(uids(results)).containsExactly("7");
      assertThat(results.completeness()).isEqualTo(Completeness.TRUNCATED);
    }
    answers.remove("/studies/1/series/1.2/instances");
    assertThatThrownBy(() -> client(AWS).searchForInstances("1").execute())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void instancesOfAStudy_leftEarly_freeTheirConnections() {
    serveTwoSeries();
    for (Dataset instance : client(AWS).searchForInstances("1")) {
      assertThat(instance.string(Tag.SOPInstanceUID)).contains("5");
      break;
    }
    assertThat(asked).hasSize(2);
  }

  private void serveMetadata() {
    serveTwoSeries();
    answers.put(
        "/studies/1/series/1.1/metadata",
        Wire.json("[" + Wire.instance("5") + "," + Wire.instance("6") + "]"));
    answers.put(
        "/studies/1/series/1.2/metadata",
        Wire.json("[" + Wire.instance("7") + "]")
            .newBuilder()
            .addHeader("ETag", "\"v\"")
            .addHeader("Warning", "299 s \"so so\"")
            .build());
  }

  @Test
  void metadataOfAStudy_comesSeriesBySeries() {
    serveMetadata();
    try (Parts<Dataset> parts = client(AWS).retrieveMetadata("1").open()) {
      assertThat(asked).as("nothing before the first is asked for").isEmpty();
      assertThat(uids(parts)).containsExactly("5", "6", "7");
      assertThat(parts.ended()).isTrue();
      assertThat(parts.warnings()).hasSize(1);
    }
    assertThat(asked)
        .containsExactly(
            "/studies/1/series?limit=1000",
            "/studies/1/series/1.1/metadata",
            "/studies/1/series/1.2/metadata",
            "/studies/1/series?limit=1000&offset=2");
    assertThat(client(AWS).retrieveMetadata("1").execute()).hasSize(3);
    assertThat(client(AWS).retrieveMetadata("1", "1.2").execute()).hasSize(1);
    assertThat(asked.get(asked.size() - 1)).isEqualTo("/studies/1/series/1.2/metadata");
  }

  @Test
  void metadataOfAStudy_inSeveralAnswers_hasNoEntityTag() {
    serveMetadata();
    MetadataAnswer answer = client(AWS).retrieveMetadata("1").executeConditional();
    assertThat(answer.datasets()).hasSize(3);
    assertThat(answer.etag()).isEmpty();
    assertThat(answer.state()).isEqualTo(MetadataAnswer.State.RECEIVED);
    assertThatThrownBy(
            () -> client(AWS).retrieveMetadata("1").ifNoneMatch("\"v\"").executeConditional())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("STUDY_METADATA");
  }

  @Test
  void metadataOfAStudy_ofWhichASeriesFails_neverTellsAnEnd() {
    serveMetadata();
    answers.remove("/studies/1/series/1.1/metadata");
    try (Parts<Dataset> parts = client(AWS).retrieveMetadata("1").open()) {
      assertThatThrownBy(parts::next).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(parts::next).isInstanceOf(NotFoundException.class);
      assertThat(parts.ended()).isFalse();
    }
    answers.put("/studies/1/series", Wire.json("[{}]"));
    assertThatThrownBy(() -> client(AWS).retrieveMetadata("1").execute())
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void metadataOfAStudy_ofWhichNothingIsListedOrNotAll_saysSo() {
    answers.put("/studies/1/series", Wire.json("[]"));
    assertThat(client(AWS).retrieveMetadata("1").executeConditional().warnings()).hasSize(1);
    serveMetadata();
    answers.put(
        "/studies/1/series",
        Wire.json("[" + series("1.2", "SR") + "]").newBuilder().code(206).build());
    assertThat(client(AWS).retrieveMetadata("1").executeConditional().state())
        .isEqualTo(MetadataAnswer.State.PARTIAL);
  }
}
