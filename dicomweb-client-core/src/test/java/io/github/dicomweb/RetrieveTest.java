// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Live parts and metadata: what is asked for and how each form of answer is read (§10.4). */
class RetrieveTest {
  private static final byte[] FIRST = "first part".getBytes(US_ASCII);
  private static final byte[] SECOND = "the second\r\n--part".getBytes(US_ASCII);

  @RegisterExtension final Wire wire = new Wire();

  private List<byte[]> read(Parts<InstancePart> parts) {
    List<byte[]> bytes = new ArrayList<>();
    try (parts) {
      for (InstancePart part : parts) {
        bytes.add(part.readAllBytes());
      }
      assertThat(parts.ended()).isTrue();
    }
    return bytes;
  }

  @Test
  void request_ofEachLevel_hasThePathAndAsksForTheStoredTransferSyntax() throws Exception {
    DicomWebClient client = wire.client();
    wire.enqueue(Wire.multipartResponse(FIRST).build());
    assertThat(read(client.retrieveStudy("1.2").open())).hasSize(1);
    var study = wire.take();
    assertThat(study.getTarget()).isEqualTo("/dicom-web/studies/1.2");
    assertThat(study.getHeaders().get("Accept"))
        .isEqualTo("multipart/related; type=\"application/dicom\"; transfer-syntax=*");

    wire.enqueue(Wire.multipartResponse(FIRST).build());
    assertThat(read(client.retrieveSeries("1.2", "3").open())).hasSize(1);
    assertThat(wire.takeTarget()).isEqualTo("/studies/1.2/series/3");

    wire.enqueue(Wire.multipartResponse(FIRST).build());
    assertThat(
            read(
                client
                    .retrieveInstance("1.2", "3", "a b%c")
                    .transferSyntax(TransferSyntax.of("1.2.840.10008.1.2.1"))
                    .open()))
        .hasSize(1);
    var instance = wire.take();
    assertThat(instance.getTarget())
        .isEqualTo("/dicom-web/studies/1.2/series/3/instances/a%20b%25c");
    assertThat(instance.getHeaders().get("Accept"))
        .isEqualTo(
            "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a\nb", "\u0000"})
  void identifier_thatIsNoPathSegment_isRefusedAtOnce(String identifier) {
    DicomWebClient client = wire.client();
    assertThatIllegalArgumentException().isThrownBy(() -> client.retrieveStudy(identifier));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.retrieveMetadata("1", "2", identifier));
    assertThatIllegalArgumentException().isThrownBy(() -> client.searchForSeries(identifier));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.storeInstances().toStudy(identifier));
  }

  @Test
  void parts_ofAMultipartAnswer_comeOneAtATimeWithTheirHeaders() throws IOException {
    wire.enqueue(Wire.multipartResponse(FIRST, SECOND).build());
    try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
      InstancePart first = parts.next().orElseThrow();
      assertThat(first.index()).isZero();
      assertThat(first.headers()).containsEntry("content-type", "application/dicom");
      try (InputStream in = first.inputStream()) {
        assertThat(in.readAllBytes()).isEqualTo(FIRST);
      }
      assertThat(parts.ended()).isFalse();
      InstancePart second = parts.next().orElseThrow();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(second.transferTo(out)).isEqualTo(SECOND.length);
      assertThat(out.toByteArray()).isEqualTo(SECOND);
      assertThat(parts.next()).isEmpty();
      assertThat(parts.next()).isEmpty();
      assertThat(parts.ended()).isTrue();
      assertThatIllegalStateException()
          .isThrownBy(
              () -> {
                var unused = parts.iterator();
                unused = parts.iterator();
              });
    }
  }

  @Test
  void parts_notRead_areSkipped() {
    wire.enqueue(Wire.multipartResponse(FIRST, SECOND, FIRST).build());
    try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
      int count = 0;
      for (InstancePart part : parts) {
        assertThat(part.index()).isEqualTo(count);
        count++;
      }
      assertThat(count).isEqualTo(3);
    }
  }

  @Test
  void parts_closedEarly_freeTheConnection() {
    wire.enqueue(Wire.multipartResponse(FIRST, SECOND).build());
    Parts<InstancePart> parts = wire.client().retrieveStudy("1").open();
    assertThat(parts.next()).isPresent();
    parts.close();
    assertThat(parts.ended()).isFalse();
  }

  @Test
  void transferSyntax_ofAPart_isReadFromItsMediaType() {
    Buffer body =
        new Buffer()
            .writeUtf8(
                "--b\r\nContent-Type: application/dicom;transfer-syntax=1.2.840.10008.1.2\r\n")
            .writeUtf8(
                "\r\nx\r\n--b\r\nContent-Type: application/dicom; transfer-syntax=*\r\n\r\ny")
            .writeUtf8("\r\n--b--");
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader(
                "Content-Type",
                "multipart/related;start=\"<u@x>\";transfer-syntax=1.2;type=\"application/dicom\";"
                    + " boundary=b")
            .body(body)
            .build());
    List<Optional<TransferSyntax>> seen = new ArrayList<>();
    try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
      parts.forEach(part -> seen.add(part.transferSyntax()));
    }
    assertThat(seen)
        .containsExactly(Optional.of(TransferSyntax.of("1.2.840.10008.1.2")), Optional.empty());
  }

  @Test
  void singlePart_whereMultipartWasAsked_isASequenceOfOne() {
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    for (String type : List.of("application/dicom", "application/octet-stream", "")) {
      MockResponse.Builder response = new MockResponse.Builder().body(new Buffer().write(file));
      if (!type.isEmpty()) {
        response.addHeader("Content-Type", type);
      }
      wire.enqueue(response.build());
      try (Parts<InstancePart> parts = wire.client().retrieveInstance("1", "2", "3").open()) {
        List<byte[]> all = new ArrayList<>();
        parts.forEach(part -> all.add(part.readAllBytes()));
        assertThat(all).as(type).containsExactly(file);
        assertThat(parts.warnings()).hasSize(type.equals("application/dicom") ? 0 : 1);
      }
    }
  }

  @Test
  void multipart_withoutAMediaTypeOrBoundary_isRecognisedAndReported() {
    for (String type : List.of("", "application/octet-stream", "multipart/related")) {
      MockResponse.Builder response =
          new MockResponse.Builder().body(Wire.multipart(FIRST, SECOND));
      if (!type.isEmpty()) {
        response.addHeader("Content-Type", type);
      }
      wire.enqueue(response.build());
      try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
        List<byte[]> all = new ArrayList<>();
        parts.forEach(part -> all.add(part.readAllBytes()));
        assertThat(all).as(type).containsExactly(FIRST, SECOND);
        assertThat(parts.warnings()).as(type).hasSize(1);
      }
    }
  }

  @Test
  void dicomFile_underAMultipartType_isRecognisedAndReported() {
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "multipart/related")
            .body(new Buffer().write(file))
            .build());
    assertThat(read(wire.client().retrieveStudy("1").open())).containsExactly(file);
  }

  @Test
  void answer_thatIsNeither_isMalformed() {
    wire.enqueue(
        new MockResponse.Builder().addHeader("Content-Type", "text/html").body("<p>Hi").build());
    assertThatThrownBy(() -> wire.client().retrieveStudy("1").open())
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.mediaType()).contains("text/html"));
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "multipart/related")
            .body("no delimiter at all")
            .build());
    assertThatThrownBy(() -> wire.client().retrieveStudy("1").open())
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void body_cutBeforeItsClosingDelimiter_isMalformedWithTheIndexOfThePart() {
    Buffer whole = Wire.multipart(FIRST, SECOND);
    byte[] bytes = whole.readByteArray();
    DicomWebClient client = wire.client();
    for (int cut = 1; cut < bytes.length - 2; cut++) {
      wire.enqueue(Wire.multipartResponse().body(new Buffer().write(bytes, 0, cut)).build());
      Parts<InstancePart> parts = client.retrieveStudy("1").open();
      List<byte[]> handedOver = new ArrayList<>();
      assertThatThrownBy(
              () -> {
                try (parts) {
                  for (InstancePart part : parts) {
                    handedOver.add(part.readAllBytes());
                  }
                }
              })
          .as("cut at %d", cut)
          .isInstanceOfSatisfying(
              MalformedResponseException.class, e -> assertThat(e.byteOffset()).isPresent());
      List<byte[]> wholeOnes = List.of(FIRST, SECOND).subList(0, handedOver.size());
      assertThat(handedOver).as("cut at %d", cut).containsExactlyElementsOf(wholeOnes);
      assertThat(parts.ended()).isFalse();
    }
  }

  @Test
  void connection_brokenInTheBody_isATransportFailure() {
    wire.enqueue(
        Wire.multipartResponse(new byte[300_000])
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
      InstancePart part = parts.next().orElseThrow();
      assertThatThrownBy(part::readAllBytes)
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.phase()).isEqualTo(TransportException.Phase.BODY);
                assertThat(e.reason()).isEqualTo(TransportException.Reason.CONNECTION);
                assertThat(e.requestSent()).isTrue();
              });
    }
  }

  @Test
  void singlePart_brokenAfterItWasLookedAt_isNoticedAtTheNextStep() {
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom")
            .body(new Buffer().write(file))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
      assertThat(parts.next()).isPresent();
      assertThatThrownBy(parts::next).isInstanceOf(TransportException.class);
    }
  }

  @Test
  void targetThatCannotBeWritten_isALocalFailure() {
    wire.enqueue(Wire.multipartResponse(FIRST).build());
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
      InstancePart part = parts.next().orElseThrow();
      assertThatThrownBy(() -> part.transferTo(full))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOCAL));
    }
  }

  @ParameterizedTest
  @CsvSource({"400", "406", "415"})
  void accept_refused_goesDownTheLadderAndRemembersTheRung(int status) throws Exception {
    wire.dispatch(
        request ->
            Objects.requireNonNull(request.getHeaders().get("Accept")).contains("transfer-syntax")
                ? new MockResponse.Builder().code(status).build()
                : Wire.multipartResponse(FIRST).build());
    DicomWebClient client = wire.client();
    try (Parts<InstancePart> parts = client.retrieveStudy("1").open()) {
      assertThat(parts.next()).isPresent();
      assertThat(parts.warnings()).as("it is said that a rung was left").hasSize(1);
    }
    assertThat(wire.requests()).isEqualTo(2);
    assertThat(read(client.retrieveStudy("2").open())).hasSize(1);
    assertThat(wire.requests()).as("the rung is remembered").isEqualTo(3);
  }

  @Test
  void accept_refusedOnEveryRung_tellsTheFirstRefusal() {
    wire.dispatch(
        request ->
            new MockResponse.Builder()
                .code(406)
                .body(Objects.requireNonNull(request.getHeaders().get("Accept")))
                .build());
    assertThatThrownBy(() -> wire.client().retrieveInstance("1", "2", "3").open())
        .isInstanceOfSatisfying(
            HttpStatusException.class,
            e -> {
              assertThat(e.status()).isEqualTo(406);
              assertThat(e.body()).endsWith("transfer-syntax=*");
            });
    assertThat(wire.requests()).isEqualTo(5);
  }

  @Test
  void transferSyntax_chosen_isNeverTradedForAnother() throws InterruptedException {
    wire.dispatch(request -> new MockResponse.Builder().code(406).build());
    assertThatThrownBy(
            () ->
                wire.client()
                    .retrieveStudy("1")
                    .transferSyntax(TransferSyntax.of("1.2.840.10008.1.2.4.90"))
                    .open())
        .isInstanceOf(HttpStatusException.class);
    assertThat(wire.requests()).isEqualTo(2);
    for (String quote : List.of("\"", "")) {
      assertThat(wire.take().getHeaders().get("Accept"))
          .isEqualTo(
              "multipart/related; type="
                  + quote
                  + "application/dicom"
                  + quote
                  + "; transfer-syntax=1.2.840.10008.1.2.4.90");
    }
  }

  @Test
  void unknown_404And410_areNotFound() {
    for (int status : List.of(404, 410)) {
      wire.enqueueStatus(status);
      assertThatThrownBy(() -> wire.client().retrieveStudy("1").open())
          .isInstanceOfSatisfying(
              NotFoundException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
  }

  @Test
  void metadata_ofEachLevel_isReadDatasetByDataset() throws Exception {
    DicomWebClient client = wire.client();
    wire.enqueueJson("[" + Wire.instance("1") + "," + Wire.instance("2") + "]");
    assertThat(client.retrieveMetadata("9").execute())
        .extracting(d -> d.string(Tag.SOPInstanceUID).orElseThrow())
        .containsExactly("1", "2");
    assertThat(wire.takeTarget()).isEqualTo("/studies/9/metadata");

    wire.enqueueJson("[" + Wire.instance("1") + "," + Wire.instance("2") + "]");
    try (Parts<Dataset> parts = client.retrieveMetadata("9", "8").open()) {
      assertThat(parts.next()).isPresent();
      assertThat(parts.ended()).isFalse();
    }
    assertThat(wire.takeTarget()).isEqualTo("/studies/9/series/8/metadata");

    wire.enqueueJson("[" + Wire.instance("1") + "]");
    try (Stream<Dataset> stream = client.retrieveMetadata("9", "8", "7").stream()) {
      assertThat(stream).hasSize(1);
    }
    assertThat(wire.takeTarget()).isEqualTo("/studies/9/series/8/instances/7/metadata");
  }

  @Test
  void metadata_cut_isMalformedAfterTheDatasetsThatWereWhole() {
    String json = "[" + Wire.instance("1") + "," + Wire.instance("2");
    wire.enqueueJson(json);
    try (Parts<Dataset> parts = wire.client().retrieveMetadata("1").open()) {
      assertThat(parts.next()).isPresent();
      assertThatThrownBy(
              () -> {
                while (parts.next().isPresent()) {
                  assertThat(parts.ended()).isFalse();
                }
              })
          .isInstanceOfSatisfying(
              MalformedResponseException.class,
              e -> assertThat(e.mediaType()).contains("application/dicom+json"));
    }
  }
}
