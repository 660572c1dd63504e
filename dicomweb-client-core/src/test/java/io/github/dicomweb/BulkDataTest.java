// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
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
  void accept_ofAServerThatTakesOctetStreamForUncompressed_isAnyTypeInAnySyntax() {
    wire.dispatch(
        request ->
            "*/*; transfer-syntax=*".equals(request.getHeaders().get("Accept"))
                ? new BulkAnswer()
                    .part("x", "Content-Type: image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50")
                    .build()
                : new MockResponse.Builder().code(406).build());
    try (Parts<BulkDataPart> parts = bulkData("/dicom-web/bulk/1").open()) {
      assertThat(parts.next().orElseThrow().transferSyntax())
          .contains(TransferSyntax.of("1.2.840.10008.1.2.4.50"));
    }
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

  @Test
  void rebase_ofAUrlThatNamesAnotherHost_isWhereTheClientReachesIt() {
    try (DicomWebClient client = DicomWebClient.builder("https://pacs.example.org/dw").build()) {
      assertThat(client.rebase("http://10.0.0.1:8080/rs/studies/1/series/2?a=b"))
          .isEqualTo("https://pacs.example.org/dw/studies/1/series/2?a=b");
      assertThat(client.rebase("https://pacs.example.org/dw/studies/1"))
          .isEqualTo("https://pacs.example.org/dw/studies/1");
      assertThat(client.rebase("studies/1")).isEqualTo("https://pacs.example.org/dw/studies/1");
      assertThat(client.rebase("https://elsewhere.example.org/other"))
          .isEqualTo("https://elsewhere.example.org/other");
      assertThatIllegalArgumentException().isThrownBy(() -> client.rebase("ftp://a/b"));
    }
  }
}
