// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.AnyTransferSyntax;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.uri.DicomUriRequest;
import io.github.dicomweb.uri.RenderedUriRequest;
import io.github.dicomweb.uri.UriContent;
import io.github.dicomweb.uri.UriFile;
import io.github.dicomweb.uri.UriRetrieval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WADO-URI (PS3.18 §9): what is asked, what is refused before, and what may come. */
class WadoUriTest {
  private static final TestObject CT = TestStudies.ctSlices().get(0);
  private static final byte[] JPEG = bytes("ffd8ffe000104a46494600");
  private static final byte[] PNG = bytes("89504e470d0a1a0a0000");
  private static final String IDS = "requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4";

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private static byte[] bytes(String hex) {
    return ByteString.decodeHex(hex).toByteArray();
  }

  private DicomWebClient client(ServerProfile profile) {
    return wire.client(
        wire.builder().wadoUriUrl(wire.server().url("/wado").toString()).profile(profile));
  }

  private DicomWebClient client() {
    return client(ServerProfile.standard());
  }

  private DicomUriRequest dicom(DicomWebClient client) {
    return client
        .retrieveByUri(CT.studyInstanceUid(), CT.seriesInstanceUid(), CT.sopInstanceUid())
        .dicom();
  }

  private RenderedUriRequest rendered() {
    return client().retrieveByUri("1.2", "1.3", "1.4").rendered();
  }

  private void answer(String type, byte[] body) {
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", type)
            .body(new Buffer().write(body))
            .build());
  }

  private String query(RenderedUriRequest request) throws InterruptedException {
    answer("image/jpeg", JPEG);
    assertThat(request.contentType(MediaType.JPEG).readAllBytes().bytes()).isEqualTo(JPEG);
    String start = "/wado?" + IDS + "&contentType=image/jpeg";
    String target = wire.take().getTarget();
    assertThat(target).startsWith(start);
    return target.substring(start.length());
  }

  private String query(ServerProfile profile, Function<DicomUriRequest, DicomUriRequest> settings)
      throws InterruptedException {
    answer("application/dicom", CT.bytes());
    UriContent content = settings.apply(dicom(client(profile))).readAllBytes();
    assertThat(content.bytes()).isEqualTo(CT.bytes());
    String target = wire.take().getTarget();
    String mark = "&contentType=application/dicom";
    assertThat(target).contains(mark);
    return target.substring(target.indexOf(mark) + mark.length());
  }

  @Test
  void dicom_withoutSettings_asksForTheObjectAndNothingElse() throws Exception {
    answer("application/dicom", CT.bytes());
    UriContent content = dicom(client()).readAllBytes();
    assertThat(content.bytes()).isEqualTo(CT.bytes());
    assertThat(content.mediaType()).isEqualTo(MediaType.DICOM);
    assertThat(content.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(content.warnings()).isEmpty();
    RecordedRequest request = wire.take();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget())
        .isEqualTo(
            "/wado?requestType=WADO&studyUID=%s&seriesUID=%s&objectUID=%s&contentType=application/dicom"
                .formatted(CT.studyInstanceUid(), CT.seriesInstanceUid(), CT.sopInstanceUid()));
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/dicom");
  }

  @Test
  void dicom_parameters_areThoseOfTheStandard() throws Exception {
    ServerProfile standard = ServerProfile.standard();
    assertThat(
            query(
                standard,
                r ->
                    r.transferSyntax(
                            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                            TransferSyntax.JPEG_2000_LOSSLESS)
                        .annotateTechnique()
                        .annotatePatient()
                        .annotatePatient()))
        .isEqualTo(
            "&transferSyntax=1.2.840.10008.1.2.1,1.2.840.10008.1.2.4.90"
                + "&annotation=technique,patient");
    assertThat(query(standard, DicomUriRequest::storedTransferSyntax))
        .isEqualTo("&transferSyntax=*");
    ServerProfile starless =
        standard.toBuilder().anyTransferSyntax(AnyTransferSyntax.OMITTED).build();
    assertThat(
            query(
                starless,
                r -> r.transferSyntax(TransferSyntax.RLE_LOSSLESS).storedTransferSyntax()))
        .isEmpty();
  }

  @Test
  void rendered_parameters_areThoseOfTheStandard() throws Exception {
    assertThat(
            query(
                rendered()
                    .charset("utf-8", "ISO_IR 100")
                    .frameNumber(3)
                    .rows(512)
                    .columns(256)
                    .region(0, 0.25, 1, 0.5)
                    .window(-0.5, 1e10)
                    .imageQuality(80)
                    .annotatePatient()
                    .annotateTechnique()))
        .isEqualTo(
            "&charset=utf-8,ISO_IR%20100&frameNumber=3&rows=512&columns=256&region=0,0.25,1,0.5"
                + "&windowCenter=-0.5&windowWidth=10000000000&imageQuality=80"
                + "&annotation=patient,technique");
    assertThat(query(rendered().presentationState("2.1", "2.2").rows(1)))
        .isEqualTo("&presentationSeriesUID=2.1&presentationUID=2.2&rows=1");
  }

  @Test
  void rendered_annotation_hasTheNameOfTheProfile() throws Exception {
    ServerProfile other =
        ServerProfile.standard().toBuilder().uriAnnotationName("imageAnnotation").build();
    assertThat(query(client(other).retrieveByUri("1.2", "1.3", "1.4").rendered().annotatePatient()))
        .isEqualTo("&imageAnnotation=patient");
  }

  @Test
  void contentType_list_isSentInBothPlacesWithSlashesAsTheyAre() throws Exception {
    answer("image/png", PNG);
    UriContent content =
        rendered()
            .contentType(MediaRange.of(MediaType.PNG), MediaRange.of(MediaType.JPEG).q(0.5))
            .readAllBytes();
    assertThat(content.mediaType()).isEqualTo(MediaType.PNG);
    RecordedRequest request = wire.take();
    assertThat(request.getTarget()).endsWith("&contentType=image/png,image/jpeg%3Bq%3D0.5");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("image/png, image/jpeg;q=0.5");
  }

  @Test
  void contentType_none_isNotSentAndTheServerChooses() throws Exception {
    answer("image/jpeg", JPEG);
    assertThat(rendered().readAllBytes().mediaType()).isEqualTo(MediaType.JPEG);
    RecordedRequest request = wire.take();
    assertThat(request.getTarget()).isEqualTo("/wado?" + IDS);
    assertThat(request.getHeaders().get("Accept")).isEqualTo("*/*");
  }

  @Test
  void acceptHeader_refused_isTriedAsAnything() throws Exception {
    wire.enqueueStatus(406);
    answer("application/dicom", CT.bytes());
    UriContent content = dicom(client()).readAllBytes();
    assertThat(content.warnings()).hasSize(1);
    assertThat(wire.take().getHeaders().get("Accept")).isEqualTo("application/dicom");
    assertThat(wire.take().getHeaders().get("Accept")).isEqualTo("*/*");
  }

  @Test
  void wadoUriUrl_notSet_isTheBaseUrl() throws Exception {
    answer("image/jpeg", JPEG);
    assertThat(wire.client().retrieveByUri("1.2", "1.3", "1.4").rendered().readAllBytes().bytes())
        .isEqualTo(JPEG);
    assertThat(wire.takeTarget()).isEqualTo("?" + IDS);
  }

  @Test
  void rules_broken_areRefusedBeforeAnythingIsSent() {
    RenderedUriRequest r = rendered();
    List<Runnable> broken =
        List.of(
            () -> r.window(1, 2).presentationState("1", "2"),
            () -> r.presentationState("1", "2").window(1, 2),
            () -> r.presentationState("1/2", "2"),
            () -> r.presentationState("1", ""),
            () -> r.contentType(new MediaType[0]),
            () -> r.contentType(new MediaRange[0]),
            () -> r.contentType(MediaType.DICOM),
            () -> r.contentType(MediaType.OCTET_STREAM),
            () -> r.contentType(MediaType.HTJ2K),
            () -> r.contentType(MediaRange.allOf("image")),
            () -> r.contentType(MediaRange.ANY),
            () ->
                r.contentType(
                    MediaRange.of(MediaType.JPEG).transferSyntax(TransferSyntax.JPEG_BASELINE)),
            () -> r.charset(),
            () -> r.charset("utf-8,latin1"),
            () -> r.frameNumber(0),
            () -> r.rows(0),
            () -> r.columns(-1),
            () -> r.region(0, 0, 0, 1),
            () -> r.region(0, 0, 1.1, 1),
            () -> r.region(-0.1, 0, 1, 1),
            () -> r.region(0, Double.NaN, 1, 1),
            () -> r.window(Double.NaN, 1),
            () -> r.window(1, 0),
            () -> r.imageQuality(0),
            () -> r.imageQuality(101),
            () -> dicom(client()).transferSyntax(),
            () -> client().retrieveByUri("", "2", "3"));
    for (int i = 0; i < broken.size(); i++) {
      assertThatIllegalArgumentException().as("rule %d", i).isThrownBy(broken.get(i)::run);
    }
    assertThat(wire.requests()).isZero();
  }

  @Test
  void request_changed_leavesTheOriginalAsItWas() throws Exception {
    RenderedUriRequest plain = rendered();
    assertThat(query(plain.rows(3))).isEqualTo("&rows=3");
    assertThat(query(plain)).isEmpty();
  }

  @Test
  void profileWithoutWadoUri_isRefusedBeforeAnythingIsSent() {
    DicomWebClient client =
        client(ServerProfile.standard().toBuilder().without(Feature.WADO_URI).build());
    for (UriRetrieval<?> request :
        List.of(
            client.retrieveByUri("1", "2", "3").dicom(),
            client.retrieveByUri("1", "2", "3").rendered())) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(request::open)
          .withMessageContaining("WADO_URI");
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> request.saveTo(directory.resolve("x")));
      assertThatThrownBy(() -> request.readAllBytesAsync().get())
          .hasCauseInstanceOf(UnsupportedOperationException.class);
    }
    assertThat(wire.requests()).isZero();
  }

  @Test
  void jpegLabelledPng_isRecognisedAndReported() {
    answer("image/png", JPEG);
    UriContent content = rendered().contentType(MediaType.JPEG).readAllBytes();
    assertThat(content.mediaType()).isEqualTo(MediaType.JPEG);
    assertThat(content.warnings()).extracting(Warning::kind).containsOnly(Warning.Kind.TOLERATED);
    assertThat(content.warnings()).hasSize(1);
  }

  @Test
  void rendered_whatWasNotAskedFor_isRefused() {
    byte[] page = "<!DOCTYPE html><p>error".getBytes(UTF_8);
    for (MockResponse response :
        List.of(
            typed("text/html", page),
            typed("image/jpeg", page),
            typed("image/jpeg", "{\"error\":1}".getBytes(UTF_8)),
            typed("image/jpeg", CT.bytes()),
            typed("image/png", PNG),
            typed("image/jpeg", PNG),
            typed("application/json", "{}".getBytes(UTF_8)),
            typed("application/dicom", CT.bytes()),
            typed("image/jpeg", new byte[0]),
            typed("image/jpeg", JPEG).newBuilder().code(206).build(),
            new MockResponse.Builder().code(204).build())) {
      wire.enqueue(response);
      assertThatExceptionOfType(MalformedResponseException.class)
          .as(response.toString())
          .isThrownBy(() -> rendered().contentType(MediaType.JPEG).open())
          .withMessageStartingWith("GET wado: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "application/json"})
  void rendered_textThatNobodyAskedFor_isRefusedAsWell(String type) {
    answer(type, "<html>error".getBytes(UTF_8));
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> rendered().readAllBytes());
  }

  @Test
  void rendered_htmlThatWasAskedFor_isTaken() {
    answer("text/html;charset=utf-8", "<html>report".getBytes(UTF_8));
    UriContent content = rendered().contentType(MediaType.HTML).readAllBytes();
    assertThat(content.mediaType()).isEqualTo(MediaType.HTML);
  }

  @Test
  void dicom_whatIsNone_isRefused() {
    for (MockResponse response :
        List.of(
            typed("image/jpeg", JPEG),
            typed("text/html", "<html>error".getBytes(UTF_8)),
            typed("application/dicom", "<html>error".getBytes(UTF_8)),
            typed("application/dicom", new byte[0]),
            typed("application/dicom", CT.bytes()).newBuilder().code(206).build())) {
      wire.enqueue(response);
      assertThatExceptionOfType(MalformedResponseException.class)
          .as(response.toString())
          .isThrownBy(() -> dicom(client()).open());
    }
  }

  @Test
  void dicom_anotherObject_isRefused() {
    answer("application/dicom", TestStudies.ctSlices().get(1).bytes());
    Path file = directory.resolve("x.dcm");
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> dicom(client()).saveTo(file))
        .withMessageContaining("another object");
    assertThat(file).doesNotExist();
  }

  @Test
  void anonymize_serverThatIgnoresIt_isFoundOut() throws Exception {
    answer("application/dicom", CT.bytes());
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> dicom(client()).anonymize().open())
        .withMessageContaining("not anonymized");
    assertThat(wire.take().getTarget()).endsWith("&anonymize=yes");
    wire.enqueue(Wire.multipartResponse(CT.bytes()).build());
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> dicom(client()).anonymize().open());
    byte[] renamed = TestStudies.ctSlices().get(1).bytes();
    answer("application/dicom", renamed);
    assertThat(dicom(client()).anonymize().readAllBytes().bytes()).isEqualTo(renamed);
  }

  @Test
  void transferSyntax_serverThatIgnoresIt_isReported() {
    answer("application/dicom", CT.bytes());
    UriContent content =
        dicom(client()).transferSyntax(TransferSyntax.JPEG_2000_LOSSLESS).readAllBytes();
    assertThat(content.warnings())
        .extracting(Warning::text)
        .containsExactly("another transfer syntax than the one that was asked for");
  }

  @Test
  void dicom_underAnotherMediaType_isRecognised() {
    answer("application/octet-stream", CT.bytes());
    UriContent content = dicom(client()).readAllBytes();
    assertThat(content.bytes()).isEqualTo(CT.bytes());
    assertThat(content.warnings()).hasSize(1);
  }

  @Test
  void multipart_ofOnePart_isTakenAndReported_ofTwoRefused() {
    wire.enqueue(Wire.multipartResponse(CT.bytes()).build());
    UriContent content = dicom(client()).readAllBytes();
    assertThat(content.bytes()).isEqualTo(CT.bytes());
    assertThat(content.warnings()).hasSize(1);

    wire.enqueue(Wire.multipartResponse(CT.bytes(), CT.bytes()).build());
    Path file = directory.resolve("two.dcm");
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> dicom(client()).saveTo(file));
    assertThat(file).doesNotExist();

    wire.enqueue(Wire.multipartResponse().build());
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> dicom(client()).open());
  }

  @Test
  void open_live_givesOnePartAndTheEnd() {
    answer("application/dicom", CT.bytes());
    try (Parts<InstancePart> parts = dicom(client()).open()) {
      assertThat(parts.ended()).isFalse();
      int seen = 0;
      for (InstancePart part : parts) {
        assertThat(part.mediaType()).contains(MediaType.DICOM);
        assertThat(part.readAllBytes()).isEqualTo(CT.bytes());
        seen++;
      }
      assertThat(seen).isEqualTo(1);
      assertThat(parts.ended()).isTrue();
    }
  }

  @Test
  void saveTo_whole_replacesTheFile() throws Exception {
    Path file = Files.writeString(directory.resolve("x.dcm"), "before");
    answer("application/dicom", CT.bytes());
    UriFile saved = dicom(client()).saveTo(file);
    assertThat(saved.file()).hasBinaryContent(CT.bytes());
    assertThat(saved.length()).isEqualTo(CT.bytes().length);
    assertThat(saved.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(saved.toString()).doesNotContain("x.dcm");
    assertThat(directory).isDirectoryContaining(p -> p.equals(file));
  }

  @Test
  void saveTo_cutAnswer_leavesNoFile() {
    Path file = directory.resolve("x.dcm");
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom")
            .body(new Buffer().write(CT.bytes()))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> dicom(client()).saveTo(file));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void answerWithoutALength_isOfUnknownCompleteness() {
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "image/jpeg")
            .body(new Buffer().write(JPEG))
            .removeHeader("Content-Length")
            .addHeader("Connection", "close")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    UriContent content = rendered().readAllBytes();
    assertThat(content.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(content.warnings()).hasSize(1);
  }

  @Test
  void status_notFound_namesNoIdentifier() {
    wire.enqueueStatus(404);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> rendered().open())
        .withMessage("GET wado answered 404: the server does not have it");
  }

  @Test
  void async_calls_giveTheSame() throws Exception {
    answer("image/jpeg", JPEG);
    answer("image/jpeg", JPEG);
    Path file = directory.resolve("x.jpg");
    assertThat(rendered().saveToAsync(file).get().length()).isEqualTo(JPEG.length);
    CompletableFuture<Parts<Part>> future = rendered().openAsync();
    try (Parts<Part> parts = future.get()) {
      assertThat(parts.next().orElseThrow().readAllBytes()).isEqualTo(JPEG);
    }
  }

  @Test
  void text_ofRequestsAndResults_namesNoValue() {
    RenderedUriRequest r = client().retrieveByUri("1.77.1", "1.77.2", "1.77.3").rendered();
    DicomUriRequest d = client().retrieveByUri("1.77.1", "1.77.2", "1.77.3").dicom();
    assertThat(r.presentationState("1.77.4", "1.77.5").toString())
        .isEqualTo("RenderedUriRequest[presentationSeriesUID, presentationUID]");
    assertThat(d.transferSyntax(TransferSyntax.of("1.77.6")).toString())
        .isEqualTo("DicomUriRequest[transferSyntax]");
    assertThat(client().retrieveByUri("1.77.1", "1.77.2", "1.77.3").toString())
        .doesNotContain("1.77");
  }

  private static MockResponse typed(String type, byte[] body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .body(new Buffer().write(body))
        .build();
  }
}
