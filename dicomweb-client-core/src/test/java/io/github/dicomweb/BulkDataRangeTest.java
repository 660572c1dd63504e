// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.BulkDataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Some of the bytes of a value: from servers that know ranges, and from those that do not. */
class BulkDataRangeTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private BulkDataRequest bulkData(String uri) {
    return wire.client().retrieveBulkData(BulkDataReference.of(uri));
  }

  private static String text(BulkDataRequest request) {
    return new String(request.readAllBytes(), US_ASCII);
  }

  private void assertNoFile() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
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
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(416))
        .hasMessageContaining("the value ends before the range begins");
    wire.enqueue(BulkAnswer.single("0123456789").build());
    assertThatThrownBy(() -> ranged("10-12").readAllBytes())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("the value ends before the range begins");
  }

  /** As of static hosts that have nothing but compressed files, and count the bytes of these. */
  @Test
  void range_ofACompressedTransfer_isCutOutOfTheWholeThatIsAskedForThen() throws Exception {
    wire.enqueue(
        BulkAnswer.single("not really")
            .code(206)
            .addHeader("Content-Range", "bytes 1-2/10")
            .addHeader("Content-Encoding", "gzip")
            .build());
    wire.enqueue(
        BulkAnswer.single("")
            .addHeader("Content-Encoding", "gzip")
            .body(gzip("0123456789"))
            .build());
    try (Parts<BulkDataPart> parts = ranged("1-2").open()) {
      assertThat(BulkAnswer.read(parts)).containsExactly("12");
      assertThat(parts.warnings()).hasSize(1);
    }
    assertThat(wire.take().getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    RecordedRequest whole = wire.take();
    assertThat(whole.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    assertThat(whole.getHeaders().get("Range")).isNull();
  }

  @Test
  void range_inAnEncodingThatNobodyAskedFor_isAnErrorAndNotTheEncodedBytes() {
    for (int i = 0; i < 2; i++) {
      wire.enqueue(BulkAnswer.single("not really").addHeader("Content-Encoding", "br").build());
    }
    assertThatThrownBy(() -> ranged("1-2").readAllBytes())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("Content-Encoding");
    assertThat(wire.requests()).isEqualTo(2);
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer compressed = new Buffer();
    try (OutputStream out = new GZIPOutputStream(compressed.outputStream())) {
      out.write(text.getBytes(US_ASCII));
    }
    return compressed;
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
        wire.client(wire.builder().limits(Limits.defaults().withInlineBytes(4)));
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

  @Test
  void range_thatIsCounted_needsNoLengthOfTheAnswer() {
    wire.enqueue(
        BulkAnswer.single("alu")
            .code(206)
            .addHeader("Content-Range", "bytes 1-3/5")
            .removeHeader("Content-Length")
            .addHeader("Connection", "close")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    assertThat(text(ranged("1-3"))).isEqualTo("alu");
  }
}
