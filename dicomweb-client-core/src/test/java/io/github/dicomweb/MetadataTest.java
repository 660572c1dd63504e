// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.BulkDataBase;
import io.github.dicomweb.retrieve.MetadataAnswer;
import io.github.dicomweb.retrieve.MetadataAnswer.State;
import io.github.dicomweb.retrieve.MetadataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata in XML, on a condition, and what its references refer to (§10.4.1.1.2, §F.2.6). */
class MetadataTest {
  @RegisterExtension final Wire wire = new Wire();

  private static Dataset instance(String uid) {
    return Dataset.builder()
        .put(Tag.SOPInstanceUID, uid)
        .put(Tag.SeriesInstanceUID, "1.2.3")
        .build();
  }

  private static String xmlParts(Dataset... datasets) {
    StringBuilder body = new StringBuilder();
    for (Dataset dataset : datasets) {
      body.append("--b\r\nContent-Type: application/dicom+xml\r\n\r\n")
          .append(DicomXmlWriter.create().toXml(dataset))
          .append("\r\n");
    }
    return body.append("--b--").toString();
  }

  private static MockResponse xml(Dataset... datasets) {
    return new MockResponse.Builder()
        .addHeader(
            "Content-Type", "multipart/related; type=\"application/dicom+xml\"; boundary=\"b\"")
        .body(xmlParts(datasets))
        .build();
  }

  @Test
  void xml_asked_isReadPartByPart() throws Exception {
    wire.enqueue(xml(instance("1"), instance("2")));
    try (Parts<Dataset> parts = wire.client().retrieveMetadata("9", "8").asXml().open()) {
      assertThat(parts.next()).contains(instance("1"));
      assertThat(parts.ended()).isFalse();
      assertThat(parts.next()).contains(instance("2"));
      assertThat(parts.next()).isEmpty();
      assertThat(parts.ended()).isTrue();
      assertThat(parts.warnings()).isEmpty();
    }
    var request = wire.take();
    assertThat(request.getTarget()).isEqualTo("/dicom-web/studies/9/series/8/metadata");
    assertThat(request.getHeaders().get("Accept"))
        .isEqualTo("multipart/related; type=\"application/dicom+xml\"");
  }

  @Test
  void json_whereXmlWasAsked_isReadAndReported() {
    wire.enqueueJson("[" + Wire.instance("1") + "]");
    try (Parts<Dataset> parts = wire.client().retrieveMetadata("9").asXml().open()) {
      assertThat(parts).hasSize(1);
      assertThat(parts.warnings())
          .containsExactly(Warning.tolerated("JSON where XML was asked for"));
    }
  }

  @Test
  void conditional_first_givesTheEntityTag() throws Exception {
    wire.enqueue(
        Wire.json("[" + Wire.instance("1") + "]")
            .newBuilder()
            .addHeader("ETag", "W/\"v 1\"")
            .addHeader("Warning", "299 s \"old\"")
            .build());
    MetadataAnswer answer = wire.client().retrieveMetadata("9").executeConditional();
    assertThat(answer.state()).isEqualTo(State.RECEIVED);
    assertThat(answer.datasets()).hasSize(1);
    assertThat(answer.etag()).contains("W/\"v 1\"");
    assertThat(answer.warnings()).extracting(Warning::text).containsExactly("old");
    assertThat(answer.toString()).doesNotContain("v 1");
    assertThat(wire.take().getHeaders().get("If-None-Match")).isNull();
  }

  @Test
  void conditional_unchanged_isNotSentAgain() throws Exception {
    DicomWebClient client = wire.client();
    wire.enqueue(new MockResponse.Builder().code(304).addHeader("ETag", "\"v1\"").build());
    wire.enqueueStatus(304);
    MetadataRequest request = client.retrieveMetadata("9", "8", "7").ifNoneMatch("\"v1\"");
    for (int i = 0; i < 2; i++) {
      MetadataAnswer answer = request.executeConditionalAsync().join();
      assertThat(answer.state()).isEqualTo(State.NOT_MODIFIED);
      assertThat(answer.datasets()).isEmpty();
      assertThat(answer.etag()).contains("\"v1\"");
      assertThat(wire.take().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
    }
  }

  @Test
  void conditional_changed_isReceivedWithItsNewTag() {
    wire.enqueue(xml(instance("1")).newBuilder().addHeader("ETag", "\"v2\"").build());
    MetadataAnswer answer =
        wire.client().retrieveMetadata("9").asXml().ifNoneMatch("\"v1\"").executeConditional();
    assertThat(answer.state()).isEqualTo(State.RECEIVED);
    assertThat(answer.etag()).contains("\"v2\"");
    assertThat(answer.datasets()).containsExactly(instance("1"));
  }

  @Test
  void conditional_withoutAConditionAnswered304_isAFailure() {
    wire.enqueueStatus(304);
    assertThatThrownBy(() -> wire.client().retrieveMetadata("9").execute())
        .isInstanceOf(io.github.dicomweb.error.HttpStatusException.class);
    wire.enqueueStatus(404);
    assertThatThrownBy(
            () -> wire.client().retrieveMetadata("9").ifNoneMatch("\"1\"").executeConditional())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void conditional_sentAsIfThereWereNoCondition_isRefusedAtOnce() {
    MetadataRequest request = wire.client().retrieveMetadata("9").ifNoneMatch("\"1\"");
    assertThatIllegalStateException().isThrownBy(request::execute);
    assertThatIllegalStateException().isThrownBy(request::open);
    assertThatIllegalStateException().isThrownBy(request::stream);
    for (String bad : List.of("", " ", "\"a\nb\"", "\"ä\"")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> wire.client().retrieveMetadata("9").ifNoneMatch(bad));
    }
    assertThat(wire.requests()).isZero();
  }

  @Test
  void status206_isPartialAndReported() {
    MockResponse partial = Wire.json("[" + Wire.instance("1") + "]").newBuilder().code(206).build();
    wire.enqueue(partial);
    MetadataAnswer answer = wire.client().retrieveMetadata("9").executeConditional();
    assertThat(answer.state()).isEqualTo(State.PARTIAL);
    assertThat(answer.warnings()).hasSize(1);
    wire.enqueue(partial);
    try (Parts<Dataset> parts = wire.client().retrieveMetadata("9").open()) {
      assertThat(parts).hasSize(1);
      assertThat(parts.partial()).isTrue();
      assertThat(parts.warnings()).hasSize(1);
    }
  }

  private static Dataset withReference(String uri) {
    BulkDataReference reference = BulkDataReference.of(uri);
    return instance("1.9").toBuilder()
        .putBulkData(Tag.PixelData, VR.OW, reference)
        .putSequence(
            Tag.IconImageSequence,
            Dataset.builder().putBulkData(Tag.PixelData, VR.OB, reference).build())
        .putBinary(Tag.EncapsulatedDocument, VR.OB, new byte[] {1, 2})
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST, bulk/7, /dicom-web/studies/9/bulk/7",
    "REQUEST, ../bulk/7?offset=1, /dicom-web/studies/bulk/7?offset=1",
    "REQUEST, /elsewhere/7, /elsewhere/7",
    "STUDY, bulk/7, /dicom-web/studies/9/bulk/7",
    "SERIES, bulk/7, /dicom-web/studies/9/series/1.2.3/bulk/7",
    "INSTANCE, bulk/7, /dicom-web/studies/9/series/1.2.3/instances/1.9/bulk/7",
  })
  void reference_relative_becomesAbsoluteInItemsToo(
      BulkDataBase base, String uri, String expected) {
    DicomWebClient client =
        wire.client(
            wire.builder()
                .profile(ServerProfile.standard().toBuilder().bulkDataBase(base).build()));
    Dataset asSent = withReference(uri);
    Dataset asRead = withReference(wire.server().url(expected).toString());
    wire.enqueueJson(DicomJsonWriter.toJson(asSent));
    wire.enqueue(xml(asSent));
    assertThat(client.retrieveMetadata("9").execute()).containsExactly(asRead);
    assertThat(client.retrieveMetadata("9").asXml().execute()).containsExactly(asRead);
  }

  @Test
  void reference_relative_refersToWhereTheAnswerCameFrom() {
    wire.dispatch(
        request ->
            Objects.equals(request.getTarget(), "/dicom-web/studies/9/metadata")
                ? new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/cache/9/metadata.json")
                    .build()
                : Wire.json("[" + DicomJsonWriter.toJson(withReference("b/1")) + "]"));
    assertThat(wire.client().retrieveMetadata("9").execute())
        .containsExactly(withReference(wire.server().url("/cache/9/b/1").toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h/a%2Fb?x=%7e", "HTTPS://H:443/a", "file:/a?offset=1&length=2"})
  void reference_absolute_staysAsItWasWritten(String uri) {
    wire.enqueueJson(DicomJsonWriter.toJson(withReference(uri)));
    assertThat(wire.client().retrieveMetadata("9").execute()).containsExactly(withReference(uri));
  }
}
