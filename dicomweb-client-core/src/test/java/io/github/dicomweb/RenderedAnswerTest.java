// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.retrieve.RenderedFile;
import io.github.dicomweb.retrieve.RenderedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of rendered resources and thumbnails, and how each form of answer is read. */
class RenderedAnswerTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private RenderedRequest instance() {
    return wire.client().retrieveRendered("1", "2", "3");
  }

  static Stream<Arguments> pictures() {
    return Stream.of(
        Arguments.of("image/jpeg", Pictures.JPEG),
        Arguments.of("image/png", Pictures.PNG),
        Arguments.of("image/gif", Pictures.GIF),
        Arguments.of("image/jp2", Pictures.JP2),
        Arguments.of("video/mp4", Pictures.MP4),
        Arguments.of("application/pdf", Pictures.PDF));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void answer_aloneOrMultipart_isRead(String type, byte[] bytes) {
    for (MockResponse response :
        List.of(
            Pictures.single(type, bytes).build(),
            Pictures.single(type, bytes).chunkedBody(new Buffer().write(bytes), 5).build(),
            Pictures.multipart(Pictures.parts(type, bytes)).build())) {
      wire.enqueue(response);
      Rendered rendered = instance().execute();
      assertThat(rendered.mediaType()).isEqualTo(MediaType.of(type));
      assertThat(rendered.bytes()).isEqualTo(bytes);
      assertThat(rendered.inputStream()).hasBinaryContent(bytes);
      assertThat(rendered.warnings()).isEmpty();
      assertThat(rendered.partial()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void answer_underAWrongTypeOrNone_isRecognisedAndReported(String type, byte[] bytes) {
    String wrong = type.equals("image/png") ? "image/jpeg" : "image/png";
    for (String header : List.of(wrong, "", "application/octet-stream", "text/html", "nonsense")) {
      for (MockResponse response :
          List.of(
              Pictures.single(header, bytes).build(),
              Pictures.multipart(Pictures.parts(header, bytes)).build())) {
        wire.enqueue(response);
        Rendered rendered = instance().execute();
        assertThat(rendered.mediaType()).as(header).isEqualTo(MediaType.of(type));
        assertThat(rendered.bytes()).isEqualTo(bytes);
        assertThat(rendered.warnings())
            .extracting(Warning::text)
            .containsOnlyOnce(type + " under another media type, or under none");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/jpeg",
        "image/png",
        "image/gif",
        "image/jp2",
        "image/jxl",
        "video/mp4",
        "application/pdf",
        "image/x-unknown",
        "application/octet-stream",
        "application/json",
        "application/dicom",
        ""
      })
  void text_underATypeThatIsNone_isATypedError(String type) {
    for (String text : List.of("java.lang.Error: no", "<html>sign in</html>", "{\"a\":1}", "")) {
      wire.enqueue(Pictures.single(type, text.getBytes(US_ASCII)).build());
      assertThatThrownBy(() -> instance().execute())
          .as(text)
          .isInstanceOf(MalformedResponseException.class);
      wire.enqueue(Pictures.multipart(Pictures.parts(type, text.getBytes(US_ASCII))).build());
      assertThatThrownBy(() -> instance().execute())
          .isInstanceOfSatisfying(
              MalformedResponseException.class, e -> assertThat(e.partIndex()).hasValue(0));
    }
  }

  @Test
  void bytes_thatAreNoPicture_areATypedErrorUnderItsName() {
    wire.enqueue(Pictures.single("image/png", new byte[] {1, 2, 3, 0, 5}).build());
    assertThatThrownBy(() -> instance().execute())
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.mediaType()).contains("image/png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=iso-8859-1", "text/plain", "text/xml", "text/rtf"})
  void text_asAText_isRead(String type) {
    wire.enqueue(Pictures.single(type, "{ a report }".getBytes(US_ASCII)).build());
    Rendered rendered = instance().execute();
    assertThat(rendered.mediaType().type()).isEqualTo("text");
    assertThat(rendered.warnings()).isEmpty();
  }

  @Test
  void type_notAskedFor_isToleratedWhereItServesAndRefusedWhereNot() {
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    Rendered jpeg = instance().as(MediaType.PNG).execute();
    assertThat(jpeg.mediaType()).isEqualTo(MediaType.JPEG);
    assertThat(jpeg.warnings())
        .singleElement()
        .extracting(Warning::text)
        .asString()
        .contains("jpeg");

    wire.enqueue(Pictures.single("text/html", "<html>sign in".getBytes(US_ASCII)).build());
    assertThatThrownBy(() -> instance().as(MediaType.PNG).execute())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("text/html");
    wire.enqueue(Pictures.single("application/pdf", Pictures.PDF).build());
    assertThatThrownBy(() -> instance().as(MediaType.PNG, MediaType.JPEG).execute())
        .isInstanceOf(MalformedResponseException.class);
    wire.enqueue(Pictures.single("application/pdf", Pictures.PDF).build());
    assertThat(instance().as(MediaType.PNG, MediaType.PDF).execute().mediaType())
        .isEqualTo(MediaType.PDF);
  }

  @Test
  void severalParts_openGivesAllAndExecuteRefuses() {
    Buffer body = Pictures.parts("image/jpeg", Pictures.JPEG, Pictures.JPEG);
    wire.enqueue(Pictures.multipart(body.copy()).build());
    List<byte[]> all = new ArrayList<>();
    try (Parts<Part> parts = wire.client().retrieveRendered("1").open()) {
      for (Part part : parts) {
        assertThat(part.mediaType()).contains(MediaType.JPEG);
        all.add(part.readAllBytes());
      }
      assertThat(parts.ended()).isTrue();
    }
    assertThat(all).containsExactly(Pictures.JPEG, Pictures.JPEG);

    wire.enqueue(Pictures.multipart(body.copy()).build());
    assertThatThrownBy(() -> wire.client().retrieveRendered("1").execute())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("open()");
    wire.enqueue(Pictures.multipart(body.copy()).build());
    Path file = directory.resolve("picture");
    assertThatThrownBy(() -> wire.client().retrieveRendered("1").saveTo(file))
        .isInstanceOf(MalformedResponseException.class);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void partsOfSeveralKinds_areEachRecognised() {
    Buffer body = new Buffer();
    body.writeUtf8("--" + Wire.BOUNDARY + "\r\nContent-Type: image/gif\r\n\r\n");
    body.write(Pictures.GIF);
    body.writeUtf8("\r\n--" + Wire.BOUNDARY + "\r\nContent-Type: image/jpeg\r\n");
    body.writeUtf8("Content-Location: ../x\r\n\r\n").write(Pictures.PNG);
    body.writeUtf8("\r\n--" + Wire.BOUNDARY + "--");
    wire.enqueue(Pictures.multipart(body).build());
    List<MediaType> types = new ArrayList<>();
    try (Parts<Part> parts = wire.client().retrieveRendered("1").open()) {
      parts.forEach(part -> types.add(part.mediaType().orElseThrow()));
      assertThat(parts.warnings()).hasSize(1);
    }
    assertThat(types).containsExactly(MediaType.GIF, MediaType.PNG);
  }

  @Test
  void partialAnswerAndWarnings_reachTheCaller() {
    MockResponse.Builder response =
        Pictures.multipart(Pictures.parts("image/jpeg", Pictures.JPEG))
            .code(206)
            .addHeader("Warning", "299 host: 1 objects not acceptable.");
    wire.dispatch(request -> response.build());
    Rendered rendered = wire.client().retrieveRendered("1").execute();
    assertThat(rendered.partial()).isTrue();
    assertThat(rendered.warnings()).extracting(Warning::code).containsExactly(299);
    try (Parts<Part> parts = wire.client().retrieveRendered("1").open()) {
      assertThat(parts.partial()).isTrue();
      assertThat(parts.warnings()).hasSize(1);
    }
    RenderedFile file = wire.client().retrieveRendered("1").saveTo(directory.resolve("x"));
    assertThat(file.partial()).isTrue();
    assertThat(file.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"404", "410"})
  void unknown_isNotFound(int status) {
    wire.enqueueStatus(status);
    assertThatThrownBy(() -> instance().execute()).isInstanceOf(NotFoundException.class);
  }

  @Test
  void status_thatIsNoPicture_isATypedError() {
    wire.enqueueStatus(204);
    assertThatThrownBy(() -> instance().execute())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("no content");
    wire.enqueueStatus(413);
    assertThatThrownBy(() -> instance().open())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(413));
    wire.enqueue(Pictures.single("image/jpeg", "an error".getBytes(US_ASCII)).code(500).build());
    assertThatThrownBy(() -> instance().execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.body()).isEqualTo("an error"));
    wire.enqueue(Pictures.multipart(Pictures.parts("image/jpeg")).build());
    assertThatThrownBy(() -> instance().execute()).isInstanceOf(MalformedResponseException.class);
  }

  private static MockResponse cut(byte[] bytes, int at) {
    return Pictures.single("image/jpeg", bytes)
        .setHeader("Content-Length", bytes.length)
        .body(new Buffer().write(bytes, 0, at))
        .setHeader("Content-Length", bytes.length)
        .onResponseEnd(new SocketEffect.CloseSocket())
        .build();
  }

  @Test
  void singlePart_cutAnywhere_isAnErrorAndNoFile() {
    DicomWebClient client = wire.client();
    Path file = directory.resolve("picture");
    for (int at = 0; at < Pictures.JPEG.length; at++) {
      wire.enqueue(cut(Pictures.JPEG, at));
      assertThatThrownBy(() -> client.retrieveRendered("1", "2", "3").execute())
          .as("cut at %d", at)
          .isInstanceOf(TransportException.class);
      wire.enqueue(cut(Pictures.JPEG, at));
      assertThatThrownBy(() -> client.retrieveThumbnail("1").saveTo(file))
          .as("cut at %d", at)
          .isInstanceOf(TransportException.class);
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void multipart_cutAnywhere_isAnErrorAndNoFile() {
    DicomWebClient client = wire.client();
    byte[] whole = Pictures.parts("image/jpeg", Pictures.JPEG).readByteArray();
    Path file = directory.resolve("picture");
    for (int at = 0; at < whole.length - 2; at++) {
      Buffer body = new Buffer().write(whole, 0, at);
      wire.enqueue(Pictures.multipart(body.copy()).build());
      assertThatThrownBy(() -> client.retrieveRendered("1", "2", "3").execute())
          .as("cut at %d", at)
          .isInstanceOf(DicomWebException.class);
      wire.enqueue(Pictures.multipart(body.copy()).build());
      assertThatThrownBy(() -> client.retrieveRendered("1", "2", "3").saveTo(file))
          .as("cut at %d", at)
          .isInstanceOf(MalformedResponseException.class);
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void saveTo_putsTheFileInPlaceOfTheOldOne() throws IOException {
    Path file = Files.writeString(directory.resolve("picture.jpg"), "old");
    wire.enqueue(Pictures.single("image/jpeg", Pictures.PNG).build());
    RenderedFile saved = instance().saveTo(file);
    assertThat(file).hasBinaryContent(Pictures.PNG);
    assertThat(saved.mediaType()).isEqualTo(MediaType.PNG);
    assertThat(saved.bytes()).isEqualTo(Pictures.PNG.length);
    assertThat(saved.file()).isEqualTo(file);
    assertThat(saved.warnings()).hasSize(1);
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    assertThatThrownBy(() -> instance().saveTo(directory.resolve("none/x")))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOCAL));
  }

  @Test
  void async_givesTheSame() throws Exception {
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    assertThat(instance().executeAsync().get(5, TimeUnit.SECONDS).bytes()).isEqualTo(Pictures.JPEG);
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    Path file = directory.resolve("x");
    assertThat(instance().saveToAsync(file).get(5, TimeUnit.SECONDS).file()).isEqualTo(file);
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    try (Parts<Part> parts = instance().openAsync().get(5, TimeUnit.SECONDS)) {
      assertThat(parts.next()).isPresent();
    }
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    assertThat(wire.client().retrieveThumbnail("1").executeAsync().get(5, TimeUnit.SECONDS))
        .hasToString("Rendered[image/jpeg, " + Pictures.JPEG.length + " bytes]");
  }

  @Test
  void cancelledFuture_cancelsTheExchange() throws Exception {
    wire.enqueue(
        Pictures.single("image/jpeg", Pictures.JPEG).headersDelay(20, TimeUnit.SECONDS).build());
    OkHttpClient http = new OkHttpClient();
    try (DicomWebClient client = DicomWebClient.builder(wire.baseUrl()).httpClient(http).build()) {
      var future = client.retrieveRendered("1", "2", "3").executeAsync();
      assertThat(wire.take().getTarget()).endsWith("/rendered");
      assertThat(future.cancel(true)).isTrue();
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> http.connectionPool().connectionCount() == 0);
    }
    http.dispatcher().executorService().shutdown();
  }

  @Test
  void thumbnail_isFollowedAndReadEvenIfMultipart() throws Exception {
    wire.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere/t.png").build());
    wire.enqueue(Pictures.single("image/png", Pictures.PNG).build());
    Rendered thumbnail = wire.client().retrieveThumbnail("1", "2").execute();
    assertThat(thumbnail.mediaType()).isEqualTo(MediaType.PNG);
    assertThat(thumbnail.warnings()).isEmpty();
    assertThat(wire.take().getTarget()).endsWith("/thumbnail");
    assertThat(wire.take().getTarget()).isEqualTo("/elsewhere/t.png");

    wire.enqueue(Pictures.multipart(Pictures.parts("image/jpeg", Pictures.JPEG)).build());
    Rendered multipart = wire.client().retrieveThumbnail("1", "2").execute();
    assertThat(multipart.bytes()).isEqualTo(Pictures.JPEG);
    assertThat(multipart.warnings()).hasSize(1);
  }
}
