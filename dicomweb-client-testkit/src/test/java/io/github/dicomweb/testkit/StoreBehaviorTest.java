// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.StoreBehavior;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Deletion;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Listing;
import io.github.dicomweb.testkit.behavior.StoreBehavior.NoParts;
import io.github.dicomweb.testkit.behavior.StoreBehavior.PartParameters;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Reply;
import io.github.dicomweb.testkit.behavior.StoreBehavior.SinglePart;
import io.github.dicomweb.testkit.behavior.StoreBehavior.UnknownLength;
import java.io.IOException;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Switches of Store, as they are seen on the wire. */
final class StoreBehaviorTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final TestObject HAND = TestStudies.bigEndian();

  @RegisterExtension final Http http = new Http();

  @BeforeEach
  void empty() {
    http.server().clear();
  }

  private void set(UnaryOperator<StoreBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withStore(change));
  }

  private Http.Reply store(byte[]... files) {
    return http.post("/studies", Http.STORE_TYPE, Http.multipart(files));
  }

  @ParameterizedTest
  @CsvSource({"REFUSED, 415, 200", "ACCEPTED, 200, 200", "REQUIRED, 200, 415"})
  void singlePart_isAcceptedOrRequired(SinglePart singlePart, int single, int multipart) {
    set(store -> store.withSinglePart(singlePart));

    assertThat(http.post("/studies", "application/dicom", file(SLICE)).status()).isEqualTo(single);
    assertThat(store(HAND.bytes()).status()).isEqualTo(multipart);
    assertThat(http.server().size()).isEqualTo(singlePart == SinglePart.ACCEPTED ? 2 : 1);
  }

  private static Buffer file(TestObject object) {
    return new Buffer().write(object.bytes());
  }

  @Test
  void unknownLength_refused_is411() {
    set(store -> store.withUnknownLength(UnknownLength.REFUSED));
    RequestBody chunked =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get(Http.STORE_TYPE);
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeAll(Http.multipart(SLICE.bytes()));
          }
        };

    assertThat(http.send(http.request("/studies").post(chunked)).status()).isEqualTo(411);
    assertThat(store(SLICE.bytes()).status()).isEqualTo(200);
  }

  @Test
  void partParameters_dropped_loseThePartAndAllBehind() {
    set(store -> store.withPartParameters(PartParameters.DROPPED).withNoParts(NoParts.SUCCESS));
    Buffer body =
        new Buffer()
            .writeUtf8("--bound\r\nContent-Type: application/dicom\r\n\r\n")
            .write(SLICE.bytes())
            .writeUtf8("\r\n--bound\r\nContent-Type: application/dicom; transfer-syntax=1\r\n\r\n")
            .write(HAND.bytes())
            .writeUtf8("\r\n--bound--\r\n");
    Http.Reply reply = http.post("/studies", Http.STORE_TYPE, body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.datasets().get(0).sequence(Tag.ReferencedSOPSequence)).hasSize(1);
    assertThat(http.server().size()).isEqualTo(1);
  }

  @Test
  void noParts_success_listsNothing() {
    set(store -> store.withNoParts(NoParts.SUCCESS));
    Http.Reply reply = http.post("/studies", Http.STORE_TYPE, new Buffer());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.datasets().get(0).contains(Tag.ReferencedSOPSequence)).isTrue();
    assertThat(reply.datasets().get(0).sequence(Tag.ReferencedSOPSequence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NEGOTIATED, application/dicom+json, {",
    "OBJECT, application/dicom+json, {",
    "ARRAY, application/dicom+json, [{",
    "XML, application/dicom+xml, <?xml",
    "EMPTY, '', ''",
    "HTML, text/html; charset=utf-8, <!DOCTYPE html>",
    "UNTYPED, '', {",
    "TEXT_PLAIN, text/plain, {"
  })
  void reply_isOfItsForm(Reply form, String type, String start) {
    set(store -> store.withReply(form));
    Http.Reply reply = store(SLICE.bytes());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo(type);
    assertThat(reply.body().utf8()).startsWith(start);
    assertThat(reply.body().size() == 0).isEqualTo(start.isEmpty());
    assertThat(http.server().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"ALL, 2", "NOT_THE_LAST, 1", "NONE, 0"})
  void listing_leavesInstancesOut(Listing listing, int listed) {
    set(store -> store.withListing(listing));
    Dataset answer = store(SLICE.bytes(), HAND.bytes()).datasets().get(0);

    assertThat(answer.sequence(Tag.ReferencedSOPSequence)).hasSize(listed);
    assertThat(http.server().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"200, 400", "409, 200"})
  void status_ofFailures_isWhatTheSwitchSays(int partial, int failed) {
    set(store -> store.withPartialStatus(partial).withFailedStatus(failed));

    assertThat(store(new byte[500]).status()).isEqualTo(failed);
    Http.Reply reply = store(SLICE.bytes(), new byte[500]);
    assertThat(reply.status()).isEqualTo(partial);
    assertThat(reply.datasets().get(0).sequence(Tag.OtherFailuresSequence)).hasSize(1);
  }

  @Test
  void largestBodyAndMostInstances_are413Above() {
    int size = (int) Http.multipart(SLICE.bytes()).size();
    set(store -> store.withLargestBody(size));
    assertThat(store(SLICE.bytes()).status()).isEqualTo(200);
    assertThat(store(SLICE.bytes(), HAND.bytes()).status()).isEqualTo(413);

    set(store -> store.withMostInstances(1));
    assertThat(store(SLICE.bytes()).status()).isEqualTo(200);
    assertThat(store(SLICE.bytes(), HAND.bytes()).status()).isEqualTo(413);
    assertThat(http.server().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"AT_ONCE, 204, ''", "OPERATION, 200, '{\"name\":'"})
  void deletion_isAnsweredInItsWay(Deletion deletion, int status, String start) {
    store(SLICE.bytes());
    set(store -> store.withDeletion(deletion));
    Http.Reply reply = http.send(http.request(Http.studyPath(SLICE)).delete());

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().utf8()).startsWith(start);
  }

  @Test
  void storeAndDelete_absent_are405() {
    store(SLICE.bytes());
    http.server()
        .behavior(ServerBehavior.standard().without(Feature.STORE, Feature.DELETE, Feature.REJECT));
    Http.Reply deleted = http.send(http.request(Http.studyPath(SLICE)).delete());

    assertThat(store(HAND.bytes()).status()).isEqualTo(405);
    assertThat(deleted.status()).isEqualTo(405);
    assertThat(deleted.header("Allow")).contains("GET");
    assertThat(
            http.post(Http.studyPath(SLICE) + "/reject/113001%5EDCM", "text/plain", new Buffer())
                .status())
        .isEqualTo(404);
    assertThat(http.server().size()).isEqualTo(1);
  }

  @Test
  void storeMetadata_absent_is415() {
    http.server().behavior(ServerBehavior.standard().without(Feature.STORE_METADATA));
    String type = "multipart/related; type=\"application/dicom+json\"; boundary=bound";

    assertThat(http.post("/studies", type, Http.multipart(new byte[0])).status()).isEqualTo(415);
  }

  @Test
  void status_thatDoesNotExist_isRefused() {
    assertThatThrownBy(() -> set(store -> store.withFailedStatus(99)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set(store -> store.withLargestBody(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
