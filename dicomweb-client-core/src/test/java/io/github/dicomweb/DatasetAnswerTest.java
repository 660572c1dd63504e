// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchResults;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets in each form in which they come, whatever was asked for (PS3.18 §8.7.3.2). */
class DatasetAnswerTest {
  private static final String XML_PARTS = "multipart/related; type=\"application/dicom+xml\"";

  @RegisterExtension final Wire wire = new Wire();

  private static byte[] xml(String uid) {
    return DicomXmlWriter.create()
        .toXml(Dataset.builder().put(Tag.StudyInstanceUID, uid).build())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Buffer parts(byte[]... documents) {
    Buffer body = new Buffer();
    for (byte[] document : documents) {
      body.writeUtf8("--b\r\nContent-Type: application/dicom+xml\r\n\r\n");
      body.write(document).writeUtf8("\r\n");
    }
    return body.writeUtf8("--b--\r\n");
  }

  private static MockResponse answer(String type, Buffer body) {
    MockResponse.Builder response = new MockResponse.Builder().body(body);
    if (!type.isEmpty()) {
      response.addHeader("Content-Type", type);
    }
    return response.build();
  }

  private static List<String> uids(Iterable<Dataset> results) {
    List<String> uids = new ArrayList<>();
    results.forEach(d -> uids.add(d.string(Tag.StudyInstanceUID).orElseThrow()));
    return uids;
  }

  @Test
  void xml_asked_comesInAMultipartBody() throws Exception {
    wire.enqueue(answer(XML_PARTS + "; boundary=b", parts(xml("1.1"), xml("1.2"))));
    SearchPage page = wire.client().searchForStudies().patientId("P").asXml().execute();
    assertThat(uids(page)).containsExactly("1.1", "1.2");
    assertThat(page.warnings()).isEmpty();
    var request = wire.take();
    assertThat(request.getTarget()).isEqualTo("/dicom-web/studies?PatientID=P");
    assertThat(request.getHeaders().get("Accept")).isEqualTo(XML_PARTS);
  }

  @Test
  void xml_askedOfAServerThatKnowsTheBareTypeOnly_isAskedForSoAndRemembered() throws Exception {
    wire.dispatch(
        request ->
            Objects.equals(request.getHeaders().get("Accept"), "application/dicom+xml")
                ? answer(XML_PARTS + "; boundary=b", parts(xml("1.1")))
                : new MockResponse.Builder().code(406).build());
    DicomWebClient client = wire.client();
    assertThat(client.searchForStudies().asXml().execute().results()).hasSize(1);
    assertThat(client.searchForSeries("1").asXml().execute().results()).hasSize(1);
    assertThat(wire.take().getHeaders().get("Accept")).isEqualTo(XML_PARTS);
    assertThat(wire.take().getHeaders().get("Accept")).isEqualTo("application/dicom+xml");
    assertThat(wire.take().getHeaders().get("Accept")).isEqualTo("application/dicom+xml");
    assertThat(wire.requests()).isEqualTo(3);
  }

  @Test
  void xml_asked_isPagedAndCompleteAsJsonIs() {
    wire.enqueue(answer(XML_PARTS + "; boundary=b", parts(xml("1.1"), xml("1.2"))));
    wire.enqueue(answer(XML_PARTS + "; boundary=b", parts(xml("1.3"))));
    try (SearchResults results = wire.client().searchForStudies().asXml().pageSize(2).results()) {
      assertThat(uids(results)).containsExactly("1.1", "1.2", "1.3");
      assertThat(results.completeness()).isEqualTo(Completeness.COMPLETE);
    }
  }

  @Test
  void json_whereXmlWasAsked_isReadAndReported() {
    wire.enqueueJson("[" + Wire.study("1.1") + "]");
    SearchPage page = wire.client().searchForStudies().asXml().execute();
    assertThat(uids(page)).containsExactly("1.1");
    assertThat(page.warnings()).containsExactly(Warning.tolerated("JSON where XML was asked for"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/dicom+xml, XML where JSON was asked for",
    "application/xml, XML under application/xml",
    "text/plain, XML under text/plain",
    "'', XML without a media type",
    "multipart/related, XML under multipart/related"
  })
  void xmlDocument_whereJsonWasAsked_isReadAndReported(String type, String warning) {
    wire.enqueue(answer(type, new Buffer().write(xml("1.1"))));
    SearchPage page = wire.client().searchForStudies().execute();
    assertThat(uids(page)).containsExactly("1.1");
    assertThat(page.warnings())
        .contains(Warning.tolerated(warning), Warning.tolerated("XML where JSON was asked for"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/json", "multipart/related"})
  void multipart_withoutItsMediaTypeOrBoundary_isRecognisedAndReported(String type) {
    wire.enqueue(answer(type, parts(xml("1.1"), xml("1.2"))));
    SearchPage page = wire.client().searchForStudies().asXml().execute();
    assertThat(uids(page)).containsExactly("1.1", "1.2");
    assertThat(page.warnings()).hasSize(1);
  }

  @Test
  void json_inThePartsOfAMultipartBody_isReadAndReported() {
    wire.enqueue(
        answer(
            XML_PARTS + "; boundary=b",
            parts(
                xml("1.1"),
                ("[" + Wire.study("1.2") + "," + Wire.study("1.3") + "]")
                    .getBytes(StandardCharsets.UTF_8))));
    SearchPage page = wire.client().searchForStudies().asXml().execute();
    assertThat(uids(page)).containsExactly("1.1", "1.2", "1.3");
    assertThat(page.warnings())
        .containsExactly(
            Warning.tolerated("JSON under application/dicom+xml"),
            Warning.tolerated("JSON where XML was asked for"));
  }

  @Test
  void xml_inAnEncodingOfTwoBytesACharacter_isRead() {
    byte[] utf16 =
        new String(xml("1.1"), StandardCharsets.UTF_8)
            .replace("UTF-8", "UTF-16")
            .getBytes(StandardCharsets.UTF_16);
    wire.enqueue(answer("application/dicom+xml", new Buffer().write(utf16)));
    wire.enqueue(answer(XML_PARTS + "; boundary=b", parts(utf16)));
    DicomWebClient client = wire.client();
    assertThat(uids(client.searchForStudies().asXml().execute())).containsExactly("1.1");
    assertThat(uids(client.searchForStudies().asXml().execute())).containsExactly("1.1");
  }

  @Test
  void multipart_cutAtAnyByte_isMalformedAndTellsThePart() {
    byte[] whole = parts(xml("1.1"), xml("1.2")).readByteArray();
    DicomWebClient client = wire.client();
    for (int cut = 0; cut < whole.length - 2; cut += 3) {
      wire.enqueue(answer(XML_PARTS + "; boundary=b", new Buffer().write(whole, 0, cut)));
      assertThatThrownBy(() -> client.searchForStudies().asXml().execute())
          .as("cut at %d", cut)
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void xmlDocument_cutAtAnyByte_isMalformed() {
    byte[] whole =
        new String(xml("1.1"), StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
    DicomWebClient client = wire.client();
    for (int cut = 1; cut < whole.length; cut += 3) {
      wire.enqueue(answer("application/dicom+xml", new Buffer().write(whole, 0, cut)));
      assertThatThrownBy(() -> client.searchForStudies().asXml().execute())
          .as("cut at %d", cut)
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void multipart_withAPartThatIsNoDataset_namesThePart() {
    wire.enqueue(
        answer(
            XML_PARTS + "; boundary=b",
            parts(xml("1.1"), "<error/>".getBytes(StandardCharsets.UTF_8))));
    assertThatThrownBy(() -> wire.client().searchForStudies().asXml().execute())
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.partIndex()).hasValue(1));
  }

  @Test
  void multipart_afterItsFailure_neverTellsAnEnd() {
    wire.enqueue(
        answer(
            XML_PARTS + "; boundary=b",
            parts("<error/>".getBytes(StandardCharsets.UTF_8), xml("1.1"))));
    try (var parts = wire.client().retrieveMetadata("1").open()) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(parts::next).isInstanceOf(MalformedResponseException.class);
      }
      assertThat(parts.ended()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, <html>Sign in</html>",
    "'', <!DOCTYPE html><p>Hi",
    "text/plain, no such study",
    "application/dicom+xml, <html>Sign in</html>",
    "application/dicom+json, <html>Sign in</html>",
    "application/xhtml+xml, <page/>",
    "application/dicom+json, [1;2]"
  })
  void text_thatHoldsNoDatasets_isMalformedWhateverItsMediaType(String type, String body) {
    wire.enqueue(answer(type, new Buffer().writeUtf8(body)));
    assertThatThrownBy(() -> wire.client().searchForStudies().execute())
        .isInstanceOfSatisfying(
            MalformedResponseException.class,
            e -> assertThat(e.getMessage()).contains("GET /studies").doesNotContain("Sign"));
  }

  @Test
  void limits_ofPartsAndValues_areObeyed() {
    DicomWebClient client =
        wire.client(wire.builder().limits(Limits.defaults().withParts(2).withStringLength(20)));
    wire.enqueue(answer(XML_PARTS + "; boundary=b", parts(xml("1.1"), xml("1.2"))));
    assertThat(client.searchForStudies().asXml().execute().results()).hasSize(2);
    wire.enqueue(answer(XML_PARTS + "; boundary=b", parts(xml("1.1"), xml("1.2"), xml("1.3"))));
    assertThatThrownBy(() -> client.searchForStudies().asXml().execute())
        .isInstanceOf(MalformedResponseException.class);
    wire.enqueue(answer("application/dicom+xml", new Buffer().write(xml("1." + "2".repeat(30)))));
    assertThatThrownBy(() -> client.searchForStudies().asXml().execute())
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void status206_isNotAll() {
    wire.enqueue(Wire.json(Wire.studies(0, 3)).newBuilder().code(206).build());
    SearchPage page = wire.client().searchForStudies().execute();
    assertThat(page.results()).hasSize(3);
    assertThat(page.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(page.warnings()).hasSize(1);

    wire.enqueue(Wire.json(Wire.studies(0, 3)).newBuilder().code(206).build());
    wire.enqueueStatus(204);
    try (SearchResults results = wire.client().searchForStudies().results()) {
      assertThat(results).hasSize(3);
      assertThat(results.completeness()).isEqualTo(Completeness.TRUNCATED);
    }
  }

  @Test
  void refusedOnEveryRung_tellsTheFirstRefusal() {
    wire.dispatch(
        request ->
            new MockResponse.Builder()
                .code(406)
                .body(Objects.requireNonNull(request.getHeaders().get("Accept")))
                .build());
    assertThatThrownBy(() -> wire.client().searchForStudies().asXml().execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.body()).isEqualTo(XML_PARTS));
    assertThat(wire.requests()).isEqualTo(3);
  }
}
