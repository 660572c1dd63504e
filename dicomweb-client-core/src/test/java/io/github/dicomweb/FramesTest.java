// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.FramesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames: what is asked for, which is which, and that none is missing unnoticed (§10.4). */
class FramesTest {
  private static final String JPEG_TYPE =
      "Content-Type: image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50";
  private static final String NATIVE_TYPE = "Content-Type: " + BulkAnswer.OCTETS;
  private static final String STORED =
      "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

  @RegisterExtension final Wire wire = new Wire();

  private static String at(int frame) {
    return "Content-Location: /dicom-web/studies/1/series/2/instances/3/frames/" + frame;
  }

  private FramesRequest frames(int... numbers) {
    return wire.client().retrieveFrames("1", "2", "3", numbers);
  }

  private FramesRequest frames(ServerProfile profile, int... numbers) {
    return wire.client(wire.builder().profile(profile)).retrieveFrames("1", "2", "3", numbers);
  }

  private static List<String> numbered(FrameParts parts) {
    List<String> read = new ArrayList<>();
    for (FramePart part : parts) {
      read.add(part.number() + "=" + new String(part.readAllBytes(), US_ASCII));
    }
    return read;
  }

  private @Nullable String acceptOf(FramesRequest request) throws InterruptedException {
    wire.enqueue(new BulkAnswer().part("x").part("y").build());
    request.open().close();
    return wire.take().getHeaders().get("Accept");
  }

  @Test
  void request_hasTheFramesAndAsksForWhatIsStored() throws Exception {
    wire.enqueue(new BulkAnswer().part("a", NATIVE_TYPE).part("c", NATIVE_TYPE).build());
    try (FrameParts parts = frames(1, 3).open()) {
      assertThat(parts.missing()).containsExactly(1, 3);
      assertThat(numbered(parts)).containsExactly("1=a", "3=c");
      assertThat(parts.missing()).isEmpty();
      assertThat(parts.partial()).isFalse();
      assertThat(parts.warnings()).isEmpty();
    }
    var request = wire.take();
    assertThat(request.getTarget())
        .isEqualTo("/dicom-web/studies/1/series/2/instances/3/frames/1,3");
    assertThat(request.getHeaders().get("Accept")).isEqualTo(STORED);
  }

  /** A list ascends (PS3.18 §10.1), and servers may insist. */
  @Test
  void framesInAnotherOrder_areAskedForInListsThatAscend() throws Exception {
    answerLists(0);
    try (FrameParts parts = frames(5, 2, 8, 1).open()) {
      assertThat(numbered(parts)).containsExactly("5=f5", "2=f2", "8=f8", "1=f1");
    }
    for (String list : List.of("5", "2,8", "1")) {
      assertThat(wire.takeTarget()).endsWith("/frames/" + list);
    }
  }

  @Test
  void accept_ofEachProfile_isWhatThatServerUnderstands() throws Exception {
    assertThat(acceptOf(frames(ServerProfile.orthanc(), 1, 2))).isEqualTo(STORED);
    assertThat(acceptOf(frames(ServerProfile.dcm4chee(), 1, 2))).isEqualTo("*/*");
    assertThat(acceptOf(frames(ServerProfile.awsHealthImaging(), 1, 2))).isEqualTo(STORED);
    assertThat(acceptOf(frames(ServerProfile.awsHealthImaging(), 1)))
        .isEqualTo("application/octet-stream; transfer-syntax=*");
    assertThat(acceptOf(frames(1, 2).accept(MediaType.OCTET_STREAM)))
        .isEqualTo("multipart/related; type=\"application/octet-stream\"");
    assertThat(
            acceptOf(
                frames(ServerProfile.dcm4chee(), 1, 2)
                    .accept(
                        MediaRange.of(MediaType.JPEG)
                            .transferSyntax(TransferSyntax.of("1.2.840.10008.1.2.4.50")),
                        MediaRange.of(MediaType.OCTET_STREAM))))
        .isEqualTo(
            "multipart/related; type=\"image/jpeg\"; transfer-syntax=1.2.840.10008.1.2.4.50,"
                + " multipart/related; type=\"application/octet-stream\"");
    assertThat(acceptOf(frames(1, 2).accept(MediaType.JPEG).storedTransferSyntax()))
        .isEqualTo(STORED);
  }

  @Test
  void accept_refusedForOneInstance_isTriedAgainForTheNext() throws Exception {
    wire.dispatch(
        request ->
            request.getTarget().contains("/instances/3/") && asksForStored(request)
                ? new MockResponse.Builder().code(400).build()
                : new BulkAnswer().part("x", JPEG_TYPE).build());
    DicomWebClient client = wire.client();
    client.retrieveFrames("1", "2", "3", 1).open().close();
    for (int first = wire.requests(); first > 0; first--) {
      wire.take();
    }
    client.retrieveFrames("1", "2", "4", 1).open().close();
    assertThat(acceptOf(wire.take())).isEqualTo(STORED);
  }

  @Test
  void accept_thatWorksInOtherWords_isRememberedForTheNext() throws Exception {
    wire.dispatch(
        request ->
            asksForStored(request) && !acceptOf(request).contains("\"")
                ? new BulkAnswer().part("x", JPEG_TYPE).build()
                : new MockResponse.Builder().code(400).build());
    DicomWebClient client = wire.client();
    client.retrieveFrames("1", "2", "3", 1).open().close();
    int first = wire.requests();
    client.retrieveFrames("1", "2", "4", 1).open().close();
    assertThat(first).isGreaterThan(1);
    assertThat(wire.requests()).isEqualTo(first + 1);
  }

  private static boolean asksForStored(RecordedRequest request) {
    return acceptOf(request).contains("transfer-syntax=*");
  }

  private static String acceptOf(RecordedRequest request) {
    return String.valueOf(request.getHeaders().get("Accept"));
  }

  @Test
  void accept_thatIsRefused_isPutInSimplerWords() throws Exception {
    wire.dispatch(
        request ->
            "*/*".equals(request.getHeaders().get("Accept"))
                ? new BulkAnswer().part("x", JPEG_TYPE).build()
                : new MockResponse.Builder().code(406).build());
    try (FrameParts parts = frames(1).open()) {
      FramePart part = parts.next().orElseThrow();
      assertThat(part.mediaType()).contains(MediaType.JPEG);
      assertThat(part.transferSyntax()).contains(TransferSyntax.of("1.2.840.10008.1.2.4.50"));
      assertThat(parts.warnings()).hasSize(1);
    }
    List<String> accepts = new ArrayList<>();
    while (accepts.size() < wire.requests()) {
      accepts.add(String.valueOf(wire.take().getHeaders().get("Accept")));
    }
    assertThat(accepts)
        .containsExactly(
            STORED,
            "application/octet-stream; transfer-syntax=*",
            types("multipart/related; type=\"", "\""),
            types("", ""),
            "multipart/related; type=\"application/octet-stream\"",
            "multipart/related; type=application/octet-stream; transfer-syntax=*",
            "application/octet-stream",
            "*/*; transfer-syntax=*",
            "*/*");
  }

  /** What is stored, whatever its type, to whom that stands for native pixels only. */
  private static String types(String before, String after) {
    return BulkMediaTypes.all().keySet().stream()
        .map(type -> before + type.name() + after + "; transfer-syntax=*")
        .collect(Collectors.joining(", "));
  }

  @Test
  void compressedFrames_ofAServerThatKeepsToTheStandard_areAskedForByTheirType() {
    wire.dispatch(
        request ->
            String.valueOf(request.getHeaders().get("Accept"))
                    .contains("multipart/related; type=\"image/jpeg\"; transfer-syntax=*")
                ? new BulkAnswer().part("x", JPEG_TYPE).build()
                : new MockResponse.Builder().code(406).build());
    try (FrameParts parts = frames(1).open()) {
      assertThat(parts.next().orElseThrow().mediaType()).contains(MediaType.JPEG);
    }
    assertThat(wire.requests()).isEqualTo(3);
  }

  @Test
  void numbers_areThoseOfTheContentLocation_whateverTheOrder() {
    wire.enqueue(
        new BulkAnswer()
            .part("two", JPEG_TYPE, at(2))
            .part("one", NATIVE_TYPE, "Content-Location: ../frames/1?x=y")
            .build());
    try (FrameParts parts = frames(1, 2).open()) {
      FramePart two = parts.next().orElseThrow();
      assertThat(two.number()).isEqualTo(2);
      assertThat(two.index()).isZero();
      assertThat(two.transferSyntax()).contains(TransferSyntax.of("1.2.840.10008.1.2.4.50"));
      assertThat(two).hasToString("FramePart[2]");
      FramePart one = parts.next().orElseThrow();
      assertThat(one.number()).isEqualTo(1);
      assertThat(one.transferSyntax()).contains(TransferSyntax.of("1.2.840.10008.1.2.1"));
      assertThat(parts.next()).isEmpty();
      assertThat(parts.ended()).isTrue();
    }
  }

  @Test
  void frames_thatDidNotCome_areAnErrorHoweverOftenOneAsks() {
    wire.enqueue(new BulkAnswer().part("one", at(1)).part("three", at(3)).build());
    try (FrameParts parts = frames(1, 2, 3).open()) {
      assertThat(parts.next()).isPresent();
      assertThat(parts.next()).isPresent();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(parts::next)
            .isInstanceOf(MalformedResponseException.class)
            .hasMessageContaining("1 of the 3 frames");
      }
      assertThat(parts.missing()).containsExactly(2);
      assertThat(parts.ended()).isFalse();
    }
  }

  @Test
  void frames_thatAPartialAnswerLacks_areListed() {
    wire.enqueue(
        new BulkAnswer()
            .part("one", at(1))
            .part("three", at(3))
            .response()
            .code(206)
            .addHeader("Warning", "299 x: some are gone")
            .build());
    try (FrameParts parts = frames(1, 2, 3, 4).open()) {
      assertThat(numbered(parts)).containsExactly("1=one", "3=three");
      assertThat(parts.ended()).isTrue();
      assertThat(parts.partial()).isTrue();
      assertThat(parts.missing()).containsExactly(2, 4);
      assertThat(parts.warnings()).extracting(Warning::code).containsExactly(299);
    }
  }

  @Test
  void partialAnswer_thatDoesNotSayWhichFramesItHas_isRefused() {
    wire.enqueue(new BulkAnswer().part("one").response().code(206).build());
    wire.enqueue(BulkAnswer.single("one").code(206).build());
    for (int i = 0; i < 2; i++) {
      try (FrameParts parts = frames(1, 2).open()) {
        assertThatThrownBy(parts::next)
            .isInstanceOf(MalformedResponseException.class)
            .hasMessageContaining("one frame at a time");
      }
    }
  }

  @Test
  void partsThatNobodyAskedFor_areTolerated() {
    wire.enqueue(
        new BulkAnswer()
            .part("one", at(1))
            .part("one again", at(1))
            .part("seven", at(7))
            .part("who knows")
            .build());
    try (FrameParts parts = frames(1).open()) {
      assertThat(numbered(parts)).containsExactly("1=one", "1=one again", "7=seven");
      assertThat(parts.warnings())
          .extracting(Warning::text)
          .containsExactlyInAnyOrder(
              "a frame came more than once",
              "a frame came that was not asked for",
              "more parts than frames that were asked for; passed over");
    }
  }

  @Test
  void numbers_thatCannotBe_areRefusedAtOnce() {
    for (int[] numbers : new int[][] {{}, {0}, {-1}, {1, 2, 1}}) {
      assertThatIllegalArgumentException().isThrownBy(() -> frames(numbers));
    }
    assertThat(wire.requests()).isZero();
  }

  @Test
  void mediaTypes_thatFramesNeverComeIn_areRefusedAtOnce() {
    FramesRequest request = frames(1);
    assertThatIllegalArgumentException().isThrownBy(() -> request.accept(MediaType.DICOM));
    assertThatIllegalArgumentException().isThrownBy(() -> request.accept(new MediaType[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> request.accept(new MediaRange[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                request.accept(
                    MediaRange.of(MediaType.JPEG)
                        .transferSyntax(TransferSyntax.of("1.2.840.10008.1.2.4.90"))));
    assertThat(wire.requests()).isZero();
  }

  @Test
  void serverWithoutFrames_isNotAsked() {
    ServerProfile without = ServerProfile.standard().toBuilder().without(Feature.FRAMES).build();
    FramesRequest request = frames(without, 1);
    assertThatThrownBy(request::open)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("FRAMES");
    assertThat(wire.requests()).isZero();
  }

  /** Answers each list of frames with a part for each, as long as it is not a forbidden one. */
  private void answerLists(int forbidden) {
    wire.dispatch(
        request -> {
          String target = request.getTarget();
          BulkAnswer answer = new BulkAnswer();
          for (String number : target.substring(target.lastIndexOf('/') + 1).split(",", -1)) {
            if (Integer.parseInt(number) == forbidden) {
              return new MockResponse.Builder().code(404).build();
            }
            answer.part("f" + number);
          }
          return answer.build();
        });
  }

  @Test
  void longList_isAskedForInSeveralRequestsEachWhenItsTurnComes() throws Exception {
    answerLists(0);
    int[] numbers = IntStream.rangeClosed(1, 2600).toArray();
    try (FrameParts parts = frames(numbers).open()) {
      int count = 0;
      for (FramePart part : parts) {
        assertThat(part.number()).isEqualTo(numbers[count]);
        assertThat(part.index()).isEqualTo(count);
        assertThat(part.readAllBytes()).asString().isEqualTo("f" + numbers[count]);
        count++;
        if (count == 10) {
          assertThat(wire.requests()).isEqualTo(1);
        }
      }
      assertThat(count).isEqualTo(numbers.length);
      assertThat(parts.missing()).isEmpty();
    }
    assertThat(wire.requests()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(wire.takeTarget()).hasSizeLessThan(6000);
    }
  }

  @Test
  void longList_whoseSecondRequestFails_saysSo() {
    answerLists(2000);
    int[] numbers = IntStream.rangeClosed(1, 2600).toArray();
    try (FrameParts parts = frames(numbers).open()) {
      assertThatThrownBy(() -> numbered(parts)).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(parts::next).isInstanceOf(DicomWebException.class);
      assertThat(parts.missing()).contains(2000, 2600).doesNotContain(1);
    }
    FrameParts closed = frames(numbers).open();
    closed.close();
    assertThat(wire.requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "multipart, right",
    "multipart, bare",
    "multipart, nested",
    "multipart, wrong",
    "multipart, missing",
    "single, right",
    "single, wrong",
    "single, missing"
  })
  void answer_inEachForm_isRead(String form, String type) {
    String content =
        switch (type) {
          case "bare" -> "multipart/related;type=application/octet-stream;boundary=b-o-u-n-d";
          case "nested" ->
              "multipart/related; type=\"application/octet-stream; transfer-syntax=1.2\";"
                  + " boundary=b-o-u-n-d";
          case "right" ->
              form.equals("single")
                  ? BulkAnswer.OCTETS
                  : "multipart/related; type=\"application/octet-stream\"; boundary=\"b-o-u-n-d\"";
          default -> "text/plain";
        };
    Buffer body =
        form.equals("single")
            ? new Buffer().write(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0})
            : new BulkAnswer().part("pixels", NATIVE_TYPE).body();
    for (boolean chunked : new boolean[] {false, true}) {
      MockResponse.Builder response = new MockResponse.Builder();
      if (!type.equals("missing")) {
        response.addHeader("Content-Type", content);
      }
      wire.enqueue(
          (chunked ? response.chunkedBody(body.clone(), 5) : response.body(body.clone())).build());
      try (FrameParts parts = frames(1).open()) {
        FramePart part = parts.next().orElseThrow();
        assertThat(part.number()).isEqualTo(1);
        assertThat(part.readAllBytes())
            .isEqualTo(
                form.equals("single") ? body.clone().readByteArray() : "pixels".getBytes(US_ASCII));
        assertThat(parts.next()).isEmpty();
        boolean clean = type.equals("right") || type.equals("bare") || type.equals("nested");
        assertThat(parts.warnings()).hasSize(clean ? 0 : 1);
      }
    }
  }

  @Test
  void answer_thatIsNoFrame_isRefused() {
    List<MockResponse> answers =
        List.of(
            new MockResponse.Builder().code(204).build(),
            BulkAnswer.single("").build(),
            new MockResponse.Builder().body("").build(),
            new BulkAnswer().build(),
            new BulkAnswer().part("a file", "Content-Type: application/dicom").build(),
            new MockResponse.Builder()
                .addHeader("Content-Type", "application/dicom")
                .body("a file")
                .build(),
            Wire.json("{\"error\":1}"),
            new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>")
                .build());
    for (MockResponse answer : answers) {
      wire.enqueue(answer);
      assertThatThrownBy(
              () -> {
                try (FrameParts parts = frames(1).open()) {
                  numbered(parts);
                }
              })
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void onePart_forSeveralFrames_isRefusedBeforeItIsTakenForTheFirst() {
    wire.enqueue(BulkAnswer.single("all frames in a row").build());
    FramesRequest request = frames(1, 2);
    assertThatThrownBy(request::open)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("one single part for 2 frames");
  }

  @Test
  void answer_cutAnywhere_neverEndsAsIfItWereWhole() {
    byte[] whole =
        new BulkAnswer()
            .part("one", NATIVE_TYPE, at(1))
            .part("two", NATIVE_TYPE, at(2))
            .body()
            .readByteArray();
    FramesRequest request = frames(1, 2);
    // The line end after the closing delimiter proves nothing more.
    for (int length = 0; length < whole.length - 2; length++) {
      wire.enqueue(new BulkAnswer().response().body(new Buffer().write(whole, 0, length)).build());
      assertThatThrownBy(
              () -> {
                try (FrameParts parts = request.open()) {
                  numbered(parts);
                }
              })
          .as("cut after %s bytes", length)
          .isInstanceOf(DicomWebException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void singlePart_cutByTheConnection_isAnError(boolean chunked) {
    Buffer body = new Buffer().write(new byte[100_000]);
    MockResponse.Builder response = BulkAnswer.single("");
    wire.enqueue(
        (chunked ? response.chunkedBody(body, 1000) : response.body(body))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    try (FrameParts parts = frames(1).open()) {
      FramePart part = parts.next().orElseThrow();
      assertThatThrownBy(part::readAllBytes).isInstanceOf(DicomWebException.class);
    }
  }

  @Test
  void openAsync_givesTheSame() throws Exception {
    wire.enqueue(new BulkAnswer().part("one", at(1)).build());
    try (FrameParts parts = frames(1).openAsync().get(10, TimeUnit.SECONDS)) {
      assertThat(numbered(parts)).containsExactly("1=one");
    }
    wire.enqueueStatus(500);
    assertThatThrownBy(() -> frames(1).openAsync().get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(HttpStatusException.class);
    assertThat(frames(1, 2)).hasToString("2 frames of an instance");
  }
}
