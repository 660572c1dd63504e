// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored, what is not, and what the answer says of it. */
final class StoreTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final TestObject HAND = TestStudies.bigEndian();

  @RegisterExtension final Http http = new Http();

  @BeforeEach
  void empty() {
    http.server().clear();
  }

  private Http.Reply store(String target, byte[]... files) {
    return http.post(target, Http.STORE_TYPE, Http.multipart(files));
  }

  private static byte[] changed(TestObject object) {
    byte[] bytes = object.bytes();
    bytes[0] ^= 1;
    return bytes;
  }

  private static int reason(Dataset answer, int sequence) {
    return answer.sequence(sequence).get(0).intValue(Tag.FailureReason).orElseThrow();
  }

  @Test
  void store_everyObject_storesThemAndListsThem() {
    byte[][] files = TestStudies.all().stream().map(TestObject::bytes).toArray(byte[][]::new);
    Http.Reply reply = store("/studies", files);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/dicom+json");
    Dataset answer = reply.datasets().get(0);
    List<Dataset> stored = answer.sequence(Tag.ReferencedSOPSequence);
    assertThat(stored)
        .extracting(item -> item.string(Tag.ReferencedSOPInstanceUID).orElseThrow())
        .isEqualTo(TestStudies.all().stream().map(TestObject::sopInstanceUid).toList());
    assertThat(stored.get(0).string(Tag.ReferencedSOPClassUID)).hasValue(SLICE.sopClassUid());
    assertThat(stored.get(0).string(Tag.RetrieveURL))
        .hasValue(http.server().baseUrl() + Http.path(SLICE));
    assertThat(answer.element(Tag.RetrieveURL).orElseThrow().isEmpty()).isTrue();
    assertThat(answer.contains(Tag.FailedSOPSequence)).isFalse();
    assertThat(http.server().size()).isEqualTo(files.length);
  }

  @Test
  void store_toItsStudy_namesTheStudy() {
    Http.Reply reply = store(Http.studyPath(SLICE), SLICE.bytes());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.datasets().get(0).string(Tag.RetrieveURL))
        .hasValue(http.server().baseUrl() + Http.studyPath(SLICE));
  }

  @Test
  void store_toAnotherStudy_failsForThoseInstancesOnly() {
    Http.Reply reply = store(Http.studyPath(SLICE), SLICE.bytes(), HAND.bytes());

    assertThat(reply.status()).isEqualTo(202);
    Dataset answer = reply.datasets().get(0);
    assertThat(reason(answer, Tag.FailedSOPSequence)).isEqualTo(0xA900);
    assertThat(answer.sequence(Tag.FailedSOPSequence).get(0).string(Tag.ReferencedSOPInstanceUID))
        .hasValue(HAND.sopInstanceUid());
    assertThat(http.server().size()).isEqualTo(1);
  }

  @Test
  void store_sameFileAgain_succeeds() {
    store("/studies", SLICE.bytes());

    assertThat(store("/studies", SLICE.bytes(), SLICE.bytes()).status()).isEqualTo(200);
    assertThat(http.server().size()).isEqualTo(1);
  }

  @Test
  void store_otherFileOfTheSameInstance_isADuplicateAndTheFirstIsKept() {
    store("/studies", SLICE.bytes());
    Http.Reply reply = store("/studies", changed(SLICE));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reason(reply.datasets().get(0), Tag.FailedSOPSequence)).isEqualTo(0x0111);
    assertThat(http.get(Http.path(SLICE), "application/dicom").body().toByteArray())
        .isEqualTo(SLICE.bytes());
  }

  @Test
  void store_cutFile_cannotBeUnderstood() {
    byte[] cut = Arrays.copyOf(SLICE.bytes(), SLICE.bytes().length - 100);
    Http.Reply reply = store("/studies", cut);

    assertThat(reply.status()).isEqualTo(409);
    Dataset failed = reply.datasets().get(0).sequence(Tag.FailedSOPSequence).get(0);
    assertThat(failed.intValue(Tag.FailureReason)).hasValue(0xC000);
    assertThat(failed.string(Tag.ReferencedSOPInstanceUID)).hasValue(SLICE.sopInstanceUid());
    assertThat(http.server().size()).isZero();
  }

  @Test
  void store_whatIsNoDicomFile_isAmongOtherFailures() {
    Http.Reply reply = store("/studies", new byte[0], new byte[500], SLICE.bytes());

    assertThat(reply.status()).isEqualTo(202);
    Dataset answer = reply.datasets().get(0);
    assertThat(answer.sequence(Tag.OtherFailuresSequence)).hasSize(2);
    assertThat(reason(answer, Tag.OtherFailuresSequence)).isEqualTo(0xC000);
  }

  @Test
  void store_withoutSeriesUid_isAProcessingFailure() {
    byte[] bytes = SLICE.bytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    // the tag (0020,000E) made into one of a private group, which no reader takes for the UID
    int at = text.indexOf(" \0\016\0UI");
    bytes[at + 2] = 0x0F;
    Http.Reply reply = store("/studies", bytes);

    assertThat(reason(reply.datasets().get(0), Tag.FailedSOPSequence)).isEqualTo(0x0110);
  }

  @Test
  void store_partOfAnotherType_isAmongOtherFailures() {
    Buffer body =
        new Buffer()
            .writeUtf8("--bound\r\nContent-Type: image/jpeg\r\n\r\n")
            .write(SLICE.bytes())
            .writeUtf8("\r\n--bound--");
    Http.Reply reply = http.post("/studies", Http.STORE_TYPE, body);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.datasets().get(0).sequence(Tag.OtherFailuresSequence)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/related; boundary=bound",
        "multipart/related; type=\"application/json\"; boundary=bound",
        "multipart/form-data; type=\"application/dicom\"; boundary=bound"
      })
  void store_ofAnotherType_answers415(String type) {
    assertThat(http.post("/studies", type, Http.multipart(SLICE.bytes())).status()).isEqualTo(415);
  }

  @Test
  void store_cutBody_answers400AndStoresNothing() {
    Buffer whole = Http.multipart(SLICE.bytes(), HAND.bytes());
    Buffer cut = new Buffer();
    cut.write(whole, whole.size() - 20);

    assertThat(http.post("/studies", Http.STORE_TYPE, cut).status()).isEqualTo(400);
    assertThat(http.post("/studies", Http.STORE_TYPE, new Buffer()).status()).isEqualTo(400);
    assertThat(
            http.post(
                    "/studies",
                    "multipart/related; type=\"application/dicom\"",
                    Http.multipart(SLICE.bytes()))
                .status())
        .isEqualTo(400);
    assertThat(http.server().size()).isZero();
  }

  @Test
  void store_answerNotAccepted_answers406AndStoresNothing() {
    RequestBody body =
        RequestBody.create(
            Http.multipart(SLICE.bytes()).readByteString(), MediaType.get(Http.STORE_TYPE));
    Http.Reply reply = http.send(http.request("/studies").header("Accept", "text/html").post(body));

    assertThat(reply.status()).isEqualTo(406);
    assertThat(http.server().size()).isZero();
  }
}
