// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreException;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReason;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store puts on the wire, and how each form of answer is told per source (§10.5). */
class StoreTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final TestObject first = TestStudies.ctSlices().get(0);
  private final TestObject second = TestStudies.ctSlices().get(1);
  private final TestObject third = TestStudies.structuredReport();

  private static InstanceSource source(TestObject object) {
    return InstanceSource.of(object.fileName(), object.bytes());
  }

  private static String item(TestObject object, String more) {
    return "{\"00081150\":{\"vr\":\"UI\",\"Value\":[\""
        + object.sopClassUid()
        + "\"]},\"00081155\":{\"vr\":\"UI\",\"Value\":[\""
        + object.sopInstanceUid()
        + "\"]}"
        + more
        + "}";
  }

  private static String answer(List<String> stored, List<String> failed) {
    return "{\"00081190\":{\"vr\":\"UR\",\"Value\":[\"http://x/studies/1\"]}"
        + sequence("00081198", failed)
        + sequence("00081199", stored)
        + "}";
  }

  private static String sequence(String tag, List<String> items) {
    return items.isEmpty()
        ? ""
        : items.stream()
            .collect(Collectors.joining(",", ",\"" + tag + "\":{\"vr\":\"SQ\",\"Value\":[", "]}"));
  }

  private static String stored(TestObject... objects) {
    return answer(List.of(objects).stream().map(o -> item(o, "")).toList(), List.of());
  }

  private StoreReport store(TestObject... objects) {
    return wire.client()
        .storeInstances()
        .addAll(List.of(objects).stream().map(StoreTest::source).toList())
        .execute();
  }

  private static List<byte[]> parts(RecordedRequest request) throws IOException {
    String type = Objects.requireNonNull(request.getHeaders().get("Content-Type"));
    String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
    List<byte[]> parts = new ArrayList<>();
    Buffer body = new Buffer().write(Objects.requireNonNull(request.getBody()));
    try (MultipartReader reader = new MultipartReader(body, boundary)) {
      for (var part = reader.nextPart(); part != null; part = reader.nextPart()) {
        assertThat(part.headers().toString().strip()).isEqualTo("Content-Type: application/dicom");
        parts.add(part.body().readByteArray());
      }
    }
    return parts;
  }

  @Test
  void request_ofSizedSources_hasALengthAndOnePartEach() throws Exception {
    wire.enqueueJson(stored(first, second));
    assertThat(store(first, second).isComplete()).isTrue();
    RecordedRequest request = wire.take();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/dicom-web/studies");
    assertThat(request.getHeaders().get("Content-Type"))
        .startsWith("multipart/related; type=\"application/dicom\"; boundary=");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/dicom+json");
    assertThat(request.getHeaders().get("Expect")).isNull();
    assertThat(request.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(request.getBodySize()));
    assertThat(parts(request)).containsExactly(first.bytes(), second.bytes());
  }

  @Test
  void request_withASourceOfUnknownSize_isChunked() throws Exception {
    wire.enqueueJson(stored(first, second));
    StoreReport report =
        wire.client()
            .storeInstances()
            .add(source(first))
            .add(InstanceSource.of("stream", () -> new ByteArrayInputStream(second.bytes())))
            .toStudy("1.2.3")
            .execute();
    assertThat(report.stored()).hasSize(2);
    RecordedRequest request = wire.take();
    assertThat(request.getTarget()).isEqualTo("/dicom-web/studies/1.2.3");
    assertThat(request.getHeaders().get("Content-Length")).isNull();
    assertThat(request.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(parts(request)).containsExactly(first.bytes(), second.bytes());
  }

  @Test
  void directory_isWalked_andWhatIsNoDicomIsReportedAndNotSent() throws Exception {
    Path a = first.copyTo(directory);
    Path b = third.copyTo(directory);
    Path text = Files.writeString(directory.resolve("readme.txt"), "hello");
    Path empty = Files.createFile(directory.resolve("empty.dcm"));
    wire.enqueueJson(stored(first, third));
    StoreReport report =
        wire.client()
            .storeInstances()
            .add(directory)
            .add(directory.resolve("nothing"))
            .add(source(first))
            .execute();
    assertThat(names(report.stored())).containsExactlyInAnyOrder(a.toString(), b.toString());
    assertThat(names(report.skipped()))
        .containsExactlyInAnyOrder(
            text.toString(),
            empty.toString(),
            directory.resolve("nothing").toString(),
            first.fileName());
    assertThat(report.skipped()).allSatisfy(o -> assertThat(o.message()).isNotEmpty());
    assertThat(report.isComplete()).isFalse();
    assertThat(parts(wire.take())).hasSize(2);
  }

  private static List<String> names(List<StoreOutcome> outcomes) {
    return outcomes.stream().map(o -> o.source().name()).toList();
  }

  @Test
  void nothingToSend_sendsNothing() throws IOException {
    StoreReport none = wire.client().storeInstances().execute();
    assertThat(none.outcomes()).isEmpty();
    assertThat(none.httpStatus()).isEmpty();
    Path text = Files.writeString(directory.resolve("readme.txt"), "hello");
    StoreReport report = wire.client().storeInstances().add(text).execute();
    assertThat(report.skipped()).hasSize(1);
    assertThatThrownBy(report::orThrow)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.report()).isSameAs(report));
    assertThat(wire.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 400, 409, 500})
  void answer_ofAnyStatus_isToldPerSource(int status) {
    String failure = ",\"00081197\":{\"vr\":\"US\",\"Value\":[272]}";
    String warning =
        ",\"00081190\":{\"vr\":\"UR\",\"Value\":[\"http://x/i\"]}"
            + ",\"00081196\":{\"vr\":\"US\",\"Value\":[45056]}";
    wire.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Warning", "299 srv: coerced")
            .body(answer(List.of(item(first, warning)), List.of(item(second, failure))))
            .build());
    StoreReport report = store(first, second, third);
    assertThat(report.httpStatus()).hasValue(status);
    assertThat(report.stored())
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.sopInstanceUid()).contains(first.sopInstanceUid());
              assertThat(o.sopClassUid()).contains(first.sopClassUid());
              assertThat(o.retrieveUrl()).contains("http://x/i");
              assertThat(o.reason().map(StoreReason::toString))
                  .contains("B000H (stored with coercion of data elements)");
            });
    assertThat(report.failed())
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.source().name()).isEqualTo(second.fileName());
              assertThat(o.reason().map(StoreReason::code)).contains(0x0110);
            });
    assertThat(report.unconfirmed())
        .singleElement()
        .satisfies(o -> assertThat(o.sopInstanceUid()).contains(third.sopInstanceUid()));
    assertThat(report.retrieveUrl()).contains("http://x/studies/1");
    assertThat(report.warnings()).hasSize(1);
    assertThatThrownBy(report::orThrow).isInstanceOf(StoreException.class);
  }

  @Test
  void answer_asAnArrayOfOne_isRead() {
    wire.enqueueJson("[" + stored(first) + "]");
    assertThat(store(first).orThrow().stored()).hasSize(1);
  }

  @Test
  void answer_inXml_isRead() {
    wire.enqueue(
        new MockResponse.Builder()
            .code(202)
            .addHeader("Content-Type", "application/dicom+xml")
            .body(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                    + "<NativeDicomModel xml:space=\"preserve\">"
                    + "<DicomAttribute tag=\"00081199\" vr=\"SQ\"><Item number=\"1\">"
                    + "<DicomAttribute tag=\"00081155\" vr=\"UI\"><Value number=\"1\">"
                    + first.sopInstanceUid()
                    + "</Value></DicomAttribute></Item></DicomAttribute>"
                    + "<DicomAttribute tag=\"00081198\" vr=\"SQ\"><Item number=\"1\">"
                    + "<DicomAttribute tag=\"00081155\" vr=\"UI\"><Value number=\"1\">"
                    + second.sopInstanceUid()
                    + "</Value></DicomAttribute><DicomAttribute tag=\"00081197\" vr=\"US\">"
                    + "<Value number=\"1\">49442</Value></DicomAttribute></Item>"
                    + "</DicomAttribute></NativeDicomModel>")
            .build());
    StoreReport report = store(first, second);
    assertThat(report.stored()).hasSize(1);
    assertThat(report.failed())
        .singleElement()
        .satisfies(
            o ->
                assertThat(o.reason().map(StoreReason::meaning))
                    .contains("transfer syntax not supported"));
  }

  @Test
  void answer_withOtherFailuresAndDetail_isRead() {
    wire.enqueue(
        new MockResponse.Builder()
            .code(409)
            .body(
                "{\"0008119A\":{\"vr\":\"SQ\",\"Value\":[{\"00081197\":"
                    + "{\"vr\":\"US\",\"Value\":[42752]}}]},"
                    + "\"00081198\":{\"vr\":\"SQ\",\"Value\":["
                    + item(first, ",\"00091097\":{\"vr\":\"LO\",\"Value\":[\"too odd\"]}")
                    + "]}}")
            .build());
    StoreReport report = store(first);
    assertThat(report.otherFailures()).containsExactly(new StoreReason(42752));
    assertThat(report.otherFailures().get(0).meaning()).isEqualTo("out of resources");
    assertThat(report.failed())
        .singleElement()
        .satisfies(o -> assertThat(o.message()).isEqualTo("too odd"));
  }

  @Test
  void answer_listingOneAsStoredAndFailed_countsAsFailed() {
    wire.enqueueJson(answer(List.of(item(first, "")), List.of(item(first, ""))));
    StoreReport report = store(first);
    assertThat(report.failed()).hasSize(1);
    assertThat(report.stored()).isEmpty();
  }

  @Test
  void answer_200ThatListsNothing_confirmsNothing() {
    for (String body : List.of("", "{}", "[]", "OK", "{\"00081199\":{\"vr\":\"SQ\"}}")) {
      wire.enqueueJson(body);
      StoreReport report = store(first);
      assertThat(report.stored()).as(body).isEmpty();
      assertThat(report.unconfirmed()).as(body).hasSize(1);
    }
  }

  @Test
  void answer_whoseReasonIsOfAnotherKind_isAReportAllTheSame() {
    String odd = ",\"00081197\":{\"vr\":\"SQ\",\"Value\":[{}]}";
    wire.enqueueJson(answer(List.of(), List.of(item(first, odd))));
    StoreReport report = store(first);
    assertThat(report.stored()).isEmpty();
    assertThat(report.unconfirmed()).hasSize(1);
    assertThat(report.failure()).isPresent();
  }

  @Test
  void answer_200CutOrBroken_confirmsNothingAndSaysWhy() {
    String whole = stored(first);
    wire.enqueueJson(whole.substring(0, whole.length() - 1));
    StoreReport report = store(first);
    assertThat(report.unconfirmed()).hasSize(1);
    assertThat(report.failure()).isPresent();
  }

  @Test
  void refusal_thatSaysNothingOfInstances_isAnException() {
    wire.enqueue(
        new MockResponse.Builder()
            .code(415)
            .addHeader("Content-Type", "text/plain")
            .body("{\"HttpError\":\"Unsupported Media Type\",\"HttpStatus\":415}")
            .build());
    assertThatThrownBy(() -> store(first))
        .isInstanceOfSatisfying(
            HttpStatusException.class,
            e -> {
              assertThat(e.status()).isEqualTo(415);
              assertThat(e.body()).contains("Unsupported Media Type");
              assertThat(e.header("Content-Type")).contains("text/plain");
            });
    wire.enqueue(new MockResponse.Builder().code(503).body("<html>busy</html>").build());
    assertThatThrownBy(() -> store(first)).isInstanceOf(HttpStatusException.class);
    wire.enqueueStatus(401);
    assertThatThrownBy(() -> store(first)).isInstanceOf(AuthenticationException.class);
    wire.enqueue(new MockResponse.Builder().code(307).addHeader("Location", "/elsewhere").build());
    assertThatThrownBy(() -> store(first)).isInstanceOf(HttpStatusException.class);
    assertThat(wire.requests()).as("a store is not repeated").isEqualTo(4);
  }

  @Test
  void refusal_beforeTheUploadWasRead_isHeard() {
    byte[] long1 = java.util.Arrays.copyOf(first.bytes(), 30_000_000);
    wire.enqueue(
        new MockResponse.Builder().code(413).doNotReadRequestBody().body("too much").build());
    assertThatThrownBy(
            () -> wire.client().storeInstances().add(InstanceSource.of("long", long1)).execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(413));
  }

  @Test
  void connectionThatBreaksBeforeTheAnswer_leavesEverythingUnconfirmed() {
    wire.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    StoreReport report = store(first, second);
    assertThat(report.unconfirmed()).hasSize(2);
    assertThat(report.httpStatus()).isEmpty();
    assertThat(report.failure())
        .get()
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestSent()).isTrue());
    assertThat(wire.requests()).as("a store is not repeated by itself").isEqualTo(1);
  }

  @Test
  void serverThatIsNotThere_isAnException() {
    DicomWebClient client = wire.client();
    wire.server().close();
    assertThatThrownBy(() -> client.storeInstances().add(source(first)).execute())
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.phase()).isEqualTo(TransportException.Phase.CONNECT);
              assertThat(e.requestSent()).isFalse();
            });
  }

  private static InstanceSource failing(TestObject object, int failingOpening, int lengthError) {
    AtomicInteger openings = new AtomicInteger();
    return new InstanceSource() {
      @Override
      public String name() {
        return "changing";
      }

      @Override
      public OptionalLong size() {
        return OptionalLong.of(object.bytes().length + lengthError);
      }

      @Override
      public InputStream open() throws IOException {
        if (openings.incrementAndGet() == failingOpening) {
          throw new IOException("gone");
        }
        return new ByteArrayInputStream(object.bytes());
      }
    };
  }

  @Test
  void sourceThatChangesWhileItIsSent_abortsAndConfirmsNothing() {
    for (InstanceSource bad :
        List.of(failing(second, 2, 0), failing(second, 0, 1), failing(second, 0, -1))) {
      wire.enqueueJson(stored(first, second));
      StoreReport report = wire.client().storeInstances().add(source(first)).add(bad).execute();
      assertThat(report.stored()).isEmpty();
      assertThat(report.unconfirmed()).hasSize(2);
      assertThat(report.failure())
          .get()
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOCAL));
    }
  }

  @Test
  void sourceThatCannotBeOpened_isSkipped() {
    wire.enqueueJson(stored(first));
    StoreReport report =
        wire.client().storeInstances().add(failing(second, 1, 0)).add(source(first)).execute();
    assertThat(names(report.skipped())).containsExactly("changing");
    assertThat(report.stored()).hasSize(1);
  }

  @Test
  void progress_countsBytesAndInstancesToTheTotal() {
    wire.enqueueJson(stored(first, second));
    List<Progress> progress = new ArrayList<>();
    StoreReport report =
        wire.client()
            .storeInstances()
            .add(source(first))
            .add(source(second))
            .onProgress(progress::add)
            .execute();
    assertThat(report.isComplete()).isTrue();
    assertThat(progress).extracting(Progress::instances).containsExactly(1L, 2L);
    assertThat(progress.get(1).direction()).isEqualTo(Progress.Direction.UPLOAD);
    assertThat(progress.get(1).bytes()).isLessThanOrEqualTo(progress.get(1).total());
  }

  @Test
  void progress_withoutAListenerOfItsOwn_goesToThatOfTheClient() {
    wire.enqueueJson(stored(first));
    List<Progress> progress = new ArrayList<>();
    StoreReport report =
        wire.client(wire.builder().onProgress(progress::add))
            .storeInstances()
            .add(source(first))
            .execute();
    assertThat(report.isComplete()).isTrue();
    assertThat(progress).hasSize(1);
  }

  @Test
  void async_storesAsWell() {
    wire.enqueueJson(stored(first));
    assertThat(wire.client().storeInstances().add(source(first)).executeAsync().join().isComplete())
        .isTrue();
  }

  @Test
  void reason_unknownOrOutOfRange_isKeptOrRefused() {
    assertThat(new StoreReason(0xA900).meaning()).contains("match");
    assertThat(new StoreReason(0xC000).meaning()).isEqualTo("cannot understand");
    assertThat(new StoreReason(0x1234).toString()).isEqualTo("1234H (unknown reason)");
    assertThatThrownBy(() -> new StoreReason(0x10000)).isInstanceOf(IllegalArgumentException.class);
  }
}
