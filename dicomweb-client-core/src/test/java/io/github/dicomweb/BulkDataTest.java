// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.Links;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.BulkDataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are not in the metadata: where they are looked for, and how they come (§10.4). */
class BulkDataTest {
  private static final String STORED =
      "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private String url(String path) {
    return wire.server().url(path).toString();
  }

  private BulkDataRequest bulkData(String uri) {
    return wire.client().retrieveBulkData(BulkDataReference.of(uri));
  }

  private static String text(BulkDataRequest request) {
    return new String(request.readAllBytes(), US_ASCII);
  }

  @Test
  void request_followsTheReferenceAsItIs_andAsksForBytesFirst() throws Exception {
    wire.enqueue(new BulkAnswer().part("value").build());
    assertThat(text(bulkData(url("/elsewhere/1%2F2?offset=10&length=%35&x=a,b"))))
        .isEqualTo("value");
    RecordedRequest request = wire.take();
    assertThat(request.getTarget()).isEqualTo("/elsewhere/1%2F2?offset=10&length=%35&x=a,b");
    assertThat(request.getHeaders().get("Accept")).isEqualTo(STORED);
    assertThat(request.getHeaders().get("Range")).isNull();
  }

  @Test
  void accept_isNeverAnythingAtFirst_andWhatWasAskedIfSomethingWas() throws Exception {
    ServerProfile dcm4chee = ServerProfile.dcm4chee();
    DicomWebClient client = wire.client(wire.builder().profile(dcm4chee));
    BulkDataReference instance = BulkDataReference.of("/dicom-web/studies/1/series/2/instances/3");
    wire.enqueue(new BulkAnswer().part("value").build());
    assertThat(text(client.retrieveBulkData(instance))).isEqualTo("value");
    assertThat(wire.take().getHeaders().get("Accept")).isEqualTo(STORED);

    wire.enqueue(new BulkAnswer().part("%PDF-", "Content-Type: application/pdf").build());
    try (Parts<BulkDataPart> parts =
        client.retrieveBulkData(instance).accept(MediaType.PDF).open()) {
      assertThat(parts.next().orElseThrow().mediaType()).contains(MediaType.PDF);
    }
    assertThat(wire.take().getHeaders().get("Accept"))
        .isEqualTo("multipart/related; type=\"application/pdf\"");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.retrieveBulkData(instance).accept(MediaType.DICOM));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.retrieveBulkData(instance).accept(new MediaRange[0]));
  }

  @Test
  void accept_thatIsRefused_endsWithAnything_butAWholeInstanceIsNoValue() {
    wire.dispatch(
        request ->
            "*/*".equals(request.getHeaders().get("Accept"))
                ? Wire.multipartResponse("a file".getBytes(US_ASCII)).build()
                : new MockResponse.Builder().code(406).build());
    BulkDataRequest request = bulkData("/dicom-web/studies/1/series/2/instances/3");
    assertThatThrownBy(request::readAllBytes)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("a whole instance");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, '', /a/b",
    "bulk/1, '', /dicom-web/bulk/1",
    "../bulk/1, /dicom-web/studies/1/metadata, /dicom-web/studies/bulk/1",
    "bulk/1?offset=2, /dicom-web/studies/1/metadata, /dicom-web/studies/1/bulk/1?offset=2",
    "/a/b, /dicom-web/studies/1/metadata, /a/b",
  })
  void relativeReference_refersToWhatIsSaid(String reference, String base, String expected)
      throws Exception {
    wire.enqueue(BulkAnswer.single("value").build());
    BulkDataRequest request = bulkData(reference);
    assertThat(text(base.isEmpty() ? request : request.relativeTo(url(base)))).isEqualTo("value");
    assertThat(wire.take().getTarget()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:/etc/passwd", "file:///a?offset=1", "urn:uuid:1", "ftp://h/a", "C:\\a"})
  void reference_ofAnotherScheme_isNotFollowed(String uri) {
    BulkDataRequest request = bulkData(uri);
    assertThatIllegalArgumentException().isThrownBy(request::open).withMessageNotContaining(uri);
    assertThat(wire.requests()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> bulkData("a").relativeTo(uri));
  }

  @Test
  void serverWithoutBulkData_isNotAsked() {
    ServerProfile azure = ServerProfile.azure();
    BulkDataRequest request =
        wire.client(wire.builder().profile(azure)).retrieveBulkData(BulkDataReference.of("/a"));
    assertThatThrownBy(request::open)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining(Feature.BULK_DATA.name());
    assertThat(wire.requests()).isZero();
  }

  @Test
  void otherHost_isFollowedWithoutCredentials_unlessItIsPutOnTheBase() throws Exception {
    try (MockWebServer foreign = new MockWebServer()) {
      foreign.start();
      String uri = foreign.url("/dicom-web/studies/1/bulk/7?offset=3").toString();
      DicomWebClientBuilder builder =
          wire.builder().credentials(Credentials.bearer(() -> "secret")).header("X-Key", "secret");
      foreign.enqueue(BulkAnswer.single("foreign").build());
      assertThat(text(wire.client(builder).retrieveBulkData(BulkDataReference.of(uri))))
          .isEqualTo("foreign");
      RecordedRequest abroad = Objects.requireNonNull(foreign.takeRequest(5, TimeUnit.SECONDS));
      assertThat(abroad.getTarget()).isEqualTo("/dicom-web/studies/1/bulk/7?offset=3");
      assertThat(abroad.getHeaders().get("Authorization")).isNull();
      assertThat(abroad.getHeaders().toString()).doesNotContain("secret");
      assertThat(wire.requests()).isZero();

      ServerProfile rebased = ServerProfile.standard().toBuilder().links(Links.REBASED).build();
      wire.enqueue(BulkAnswer.single("home").build());
      assertThat(
              text(
                  wire.client(builder.profile(rebased))
                      .retrieveBulkData(BulkDataReference.of(uri))))
          .isEqualTo("home");
      RecordedRequest home = wire.take();
      assertThat(home.getTarget()).isEqualTo("/dicom-web/studies/1/bulk/7?offset=3");
      assertThat(home.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
      assertThat(foreign.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void redirection_toAnotherHost_takesNoCredentialsAlong() throws Exception {
    try (MockWebServer foreign = new MockWebServer()) {
      foreign.start();
      wire.enqueue(
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", foreign.url("/signed").toString())
              .build());
      foreign.enqueue(BulkAnswer.single("value").build());
      DicomWebClient client =
          wire.client(wire.builder().credentials(Credentials.bearer(() -> "secret")));
      assertThat(text(client.retrieveBulkData(BulkDataReference.of("/a")).rangeFrom(0)))
          .isEqualTo("value");
      RecordedRequest abroad = Objects.requireNonNull(foreign.takeRequest(5, TimeUnit.SECONDS));
      assertThat(abroad.getHeaders().get("Authorization")).isNull();
      assertThat(abroad.getHeaders().get("Range")).isEqualTo("bytes=0-");
    }
  }

  @Test
  void value_inSeveralParts_isGivenByOpenOnly() throws Exception {
    MockResponse fragments = new BulkAnswer().part("").part("first").part("second").build();
    wire.enqueue(fragments);
    assertThat(BulkAnswer.read(bulkData("/a").open())).containsExactly("", "first", "second");
    Path file = directory.resolve("value");
    wire.enqueue(fragments);
    assertThatThrownBy(() -> bulkData("/a").saveTo(file))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("several parts");
    wire.enqueue(fragments);
    assertThatThrownBy(() -> bulkData("/a").readAllBytes())
        .isInstanceOf(MalformedResponseException.class);
    assertNoFile();
  }

  private void assertNoFile() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void value_thatIsNotWhole_isNoFile() throws Exception {
    Path file = directory.resolve("value");
    byte[] whole = new BulkAnswer().part("the value").body().readByteArray();
    for (int length = 0; length < whole.length - 2; length++) {
      wire.enqueue(new BulkAnswer().response().body(new Buffer().write(whole, 0, length)).build());
      assertThatThrownBy(() -> bulkData("/a").saveTo(file)).isInstanceOf(DicomWebException.class);
    }
    wire.enqueue(BulkAnswer.single("some of it").code(206).build());
    assertThatThrownBy(() -> bulkData("/a").saveTo(file))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("206");
    wire.enqueueStatus(404);
    assertThatThrownBy(() -> bulkData("/a").saveTo(file)).isInstanceOf(NotFoundException.class);
    wire.enqueue(new BulkAnswer().build());
    assertThatThrownBy(() -> bulkData("/a").saveTo(file))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("no part");
    assertNoFile();
  }

  private static MockResponse.Builder withoutLength(MockResponse.Builder response) {
    return response
        .removeHeader("Content-Length")
        .addHeader("Connection", "close")
        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
  }

  @Test
  void value_whoseEndNothingProves_isGivenByOpenOnly() throws Exception {
    for (int i = 0; i < 2; i++) {
      wire.enqueue(withoutLength(BulkAnswer.single("value")).build());
    }
    assertThatThrownBy(() -> bulkData("/a").saveTo(directory.resolve("value")))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("nothing shows that it is whole");
    assertNoFile();
    try (Parts<BulkDataPart> parts = bulkData("/a").open()) {
      assertThat(BulkAnswer.read(parts)).containsExactly("value");
      assertThat(parts.warnings()).hasSize(1);
    }
    wire.enqueue(
        withoutLength(BulkAnswer.single("alu").code(206).addHeader("Content-Range", "bytes 1-3/5"))
            .build());
    assertThat(text(ranged("1-3"))).isEqualTo("alu");
    wire.enqueue(withoutLength(new BulkAnswer().part("value").response()).build());
    assertThat(text(bulkData("/a"))).isEqualTo("value");
  }

  @Test
  void value_thatIsWhole_replacesTheFile() throws Exception {
    Path file = Files.writeString(directory.resolve("value"), "before");
    wire.enqueue(BulkAnswer.single("after").build());
    assertThat(bulkData("/a").saveTo(file)).isEqualTo(5);
    assertThat(file).hasContent("after");
    wire.enqueue(new BulkAnswer().part("once more").build());
    assertThat(bulkData("/a").saveToAsync(file).get(10, TimeUnit.SECONDS)).isEqualTo(9);
    assertThat(file).hasContent("once more");
    wire.enqueue(BulkAnswer.single("abc").build());
    assertThat(bulkData("/a").readAllBytesAsync().get(10, TimeUnit.SECONDS))
        .asString()
        .isEqualTo("abc");
    wire.enqueue(BulkAnswer.single("abc").code(206).build());
    try (Parts<BulkDataPart> parts = bulkData("/a").openAsync().get(10, TimeUnit.SECONDS)) {
      assertThat(parts.partial()).isTrue();
      assertThat(BulkAnswer.read(parts)).containsExactly("abc");
    }
  }

  private BulkDataRequest ranged(String range) {
    BulkDataRequest request = bulkData("/a");
    List<String> ends = List.of(range.split("-", -1));
    if (ends.get(0).isEmpty()) {
      return request.lastBytes(Long.parseLong(ends.get(1)));
    }
    long first = Long.parseLong(ends.get(0));
    return ends.get(1).isEmpty()
        ? request.rangeFrom(first)
        : request.range(first, Long.parseLong(ends.get(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2-4, 2-4/10, 234",
    "2-4, 2-4/*, 234",
    "2-40, 2-9/10, 23456789",
    "7-, 7-9/10, 789",
    "-3, 7-9/10, 789",
    "-30, 0-9/10, 0123456789",
  })
  void range_thatTheServerKnows_isTaken(String range, String contentRange, String expected)
      throws Exception {
    wire.enqueue(
        BulkAnswer.single(expected)
            .code(206)
            .addHeader("Content-Range", "bytes " + contentRange)
            .build());
    try (Parts<BulkDataPart> parts = ranged(range).open()) {
      assertThat(parts.partial()).isFalse();
      assertThat(BulkAnswer.read(parts)).containsExactly(expected);
      assertThat(parts.warnings()).isEmpty();
    }
    RecordedRequest request = wire.take();
    assertThat(request.getHeaders().get("Range")).isEqualTo("bytes=" + range);
    assertThat(request.getHeaders().get("Accept"))
        .isEqualTo("application/octet-stream; transfer-syntax=*");
    wire.enqueue(
        new BulkAnswer()
            .part(expected, "Content-Range: bytes " + contentRange)
            .response()
            .code(206)
            .build());
    assertThat(text(ranged(range))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2-4, bytes 0-2/10, 012",
    "2-4, bytes 2-3/10, 23",
    "2-4, bytes 2-5/10, 2345",
    "2-4, bytes 4-2/10, 234",
    "2-4, bytes */10, 234",
    "2-4, items 2-4/10, 234",
    "2-4, '', 234",
    "7-, bytes 7-8/10, 78",
    "7-, bytes 7-9/*, 789",
    "-3, bytes 6-8/10, 678",
    "-3, bytes 0-2/10, 012",
    "-3, bytes 8-9/10, 89",
    "2-4, bytes 2-4/10, 23",
    "2-4, bytes 2-4/10, 2345",
  })
  void range_thatIsNotTheOneAsked_isAnError(String range, String contentRange, String body)
      throws Exception {
    Path file = directory.resolve("value");
    wire.enqueue(
        new MockResponse.Builder()
            .code(206)
            .addHeader("Content-Type", BulkAnswer.OCTETS)
            .addHeader("Content-Range", contentRange)
            .chunkedBody(body, 2)
            .build());
    BulkDataRequest request = ranged(range);
    assertThatThrownBy(() -> request.saveTo(file)).isInstanceOf(MalformedResponseException.class);
    assertNoFile();
  }

  @ParameterizedTest
  @CsvSource({
    "0-0, 0",
    "2-4, 234",
    "2-40, 23456789",
    "9-9, 9",
    "7-, 789",
    "0-, 0123456789",
    "-3, 789",
    "-30, 0123456789",
  })
  void range_ofAServerThatSendsTheWholeValue_isCutOut(String range, String expected) {
    String whole = "0123456789";
    List<MockResponse> answers =
        List.of(
            BulkAnswer.single(whole).build(),
            BulkAnswer.single("").chunkedBody(whole, 3).build(),
            new BulkAnswer().part(whole).build(),
            new BulkAnswer().part(whole, "Content-Length: 10").build());
    for (MockResponse answer : answers) {
      wire.enqueue(answer);
      try (Parts<BulkDataPart> parts = ranged(range).open()) {
        assertThat(BulkAnswer.read(parts)).containsExactly(expected);
        assertThat(parts.warnings())
            .extracting(Warning::text)
            .containsExactly("the server sent the whole value in place of the range asked for");
      }
    }
  }

  @Test
  void range_ofAServerThatKnowsMultipartOnly_isCutOut() {
    wire.dispatch(
        request ->
            String.valueOf(request.getHeaders().get("Accept")).startsWith("multipart")
                ? new BulkAnswer().part("0123456789").build()
                : new MockResponse.Builder().code(400).build());
    assertThat(text(ranged("3-5"))).isEqualTo("345");
  }

  @Test
  void range_beyondTheEnd_isAnError() {
    wire.enqueue(
        new MockResponse.Builder().code(416).addHeader("Content-Range", "bytes */10").build());
    assertThatThrownBy(() -> ranged("10-12").readAllBytes())
        .isInstanceOfSatisfying(
            io.github.dicomweb.error.HttpStatusException.class,
            e -> assertThat(e.status()).isEqualTo(416))
        .hasMessageContaining("the value ends before the range begins");
    wire.enqueue(BulkAnswer.single("0123456789").build());
    assertThatThrownBy(() -> ranged("10-12").readAllBytes())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("the value ends before the range begins");
  }

  @Test
  void range_ofACompressedTransfer_isAnErrorAndNotTheCompressedBytes() throws Exception {
    wire.enqueue(BulkAnswer.single("not really").addHeader("Content-Encoding", "gzip").build());
    assertThatThrownBy(() -> ranged("1-2").readAllBytes())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("Content-Encoding");
    assertThat(wire.take().getHeaders().get("Accept-Encoding")).isEqualTo("identity");
  }

  @Test
  void range_ofAValueInSeveralParts_isAnError() {
    wire.enqueue(new BulkAnswer().part("first").part("second").build());
    assertThatThrownBy(() -> ranged("1-2").readAllBytes())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("several parts");
  }

  @Test
  void lastBytes_moreThanMayBeHeld_areRefusedWhereTheLengthIsNotKnown() {
    DicomWebClient client =
        wire.client(
            wire.builder().limits(io.github.dicomweb.config.Limits.defaults().withInlineBytes(4)));
    BulkDataRequest request = client.retrieveBulkData(BulkDataReference.of("/a")).lastBytes(5);
    wire.enqueue(BulkAnswer.single("").chunkedBody("0123456789", 3).build());
    assertThatThrownBy(request::readAllBytes).isInstanceOf(MalformedResponseException.class);
    wire.enqueue(BulkAnswer.single("0123456789").build());
    assertThat(text(request)).isEqualTo("56789");
  }

  @Test
  void range_read_byteByByteAndSkipped_isTheSame() throws Exception {
    wire.enqueue(BulkAnswer.single("0123456789").build());
    try (Parts<BulkDataPart> parts = ranged("2-6").open();
        var in = parts.next().orElseThrow().inputStream()) {
      assertThat(in.read()).isEqualTo('2');
      assertThat(in.skip(2)).isEqualTo(2);
      assertThat(in.read()).isEqualTo('5');
      assertThat(in.read()).isEqualTo('6');
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void ranges_thatCannotBe_areRefusedAtOnce() {
    BulkDataRequest request = bulkData("/a");
    assertThatIllegalArgumentException().isThrownBy(() -> request.range(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> request.range(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> request.rangeFrom(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> request.lastBytes(0));
  }

  @ParameterizedTest
  @CsvSource({
    "multipart, right",
    "multipart, wrong",
    "multipart, missing",
    "single, right",
    "single, wrong",
    "single, missing"
  })
  void answer_inEachForm_isRead(String form, String type) {
    Buffer body =
        form.equals("single")
            ? new Buffer().writeUtf8("%PDF-1.7")
            : new BulkAnswer().part("%PDF-1.7", "Content-Type: application/pdf").body();
    MockResponse.Builder response = new MockResponse.Builder().body(body);
    switch (type) {
      case "right" ->
          response.addHeader(
              "Content-Type",
              form.equals("single")
                  ? "application/pdf"
                  : "multipart/related; type=\"application/pdf\"; boundary=" + Wire.BOUNDARY);
      case "wrong" -> response.addHeader("Content-Type", "text/plain");
      default -> {}
    }
    wire.enqueue(response.build());
    try (Parts<BulkDataPart> parts = bulkData("/a").open()) {
      BulkDataPart part = parts.next().orElseThrow();
      assertThat(part.mediaType()).contains(MediaType.PDF);
      assertThat(part.readAllBytes()).asString().isEqualTo("%PDF-1.7");
      assertThat(parts.next()).isEmpty();
      assertThat(parts.warnings()).hasSize(type.equals("right") ? 0 : 1);
    }
  }
}
