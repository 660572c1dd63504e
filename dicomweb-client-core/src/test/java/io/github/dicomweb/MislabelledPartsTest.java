// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts under a wrong media type or under none, and bodies cut where it can hardly be seen. */
class MislabelledPartsTest {
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946");
  private static final byte[] PIXELS = {1, 2, 3, 4};
  private static final BulkDataReference REFERENCE = BulkDataReference.of("bulk/1");

  @RegisterExtension final Wire wire = new Wire();

  private void enqueue(String partHeader, byte[]... parts) {
    Buffer body = new Buffer();
    for (byte[] part : parts) {
      body.writeUtf8("--b\r\n" + partHeader + "\r\n").write(part).writeUtf8("\r\n");
    }
    wire.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "multipart/related; boundary=b")
            .body(body.writeUtf8("--b--\r\n"))
            .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIME-Version: 1.0\r\n",
        "Content-Type: text/plain\r\n",
        "Content-Type: what is this\r\n"
      })
  void frames_underAWrongMediaTypeOrNone_comeWithOneWarning(String header) {
    enqueue(header, JPEG, JPEG, JPEG);
    List<byte[]> bytes = new ArrayList<>();
    try (FrameParts frames = wire.client().retrieveFrames("1", "2", "3", 1, 2, 3).open()) {
      for (FramePart frame : frames) {
        assertThat(frame.mediaType()).contains(MediaType.JPEG);
        bytes.add(frame.readAllBytes());
      }
      assertThat(frames.warnings()).hasSize(1);
    }
    assertThat(bytes).containsExactly(JPEG, JPEG, JPEG);
  }

  @Test
  void frames_thatShowNothing_keepTheMediaTypeTheyCameUnder() {
    enqueue("Content-Type: text/plain\r\n", PIXELS);
    try (FrameParts frames = wire.client().retrieveFrames("1", "2", "3", 1).open()) {
      FramePart frame = frames.next().orElseThrow();
      assertThat(frame.mediaType().map(MediaType::name)).contains("text/plain");
      assertThat(frame.readAllBytes()).isEqualTo(PIXELS);
      assertThat(frames.warnings()).hasSize(1);
    }
  }

  @Test
  void instances_underAnotherMediaType_comeWithAWarning() {
    enqueue("Content-Type: application/octet-stream\r\n", PIXELS, PIXELS);
    try (Parts<InstancePart> parts = wire.client().retrieveStudy("1").open()) {
      for (InstancePart part : parts) {
        assertThat(part.readAllBytes()).isEqualTo(PIXELS);
      }
      assertThat(parts.warnings()).hasSize(1);
    }
  }

  @Test
  void metadata_inPartsWithoutAMediaType_comesWithAWarning() {
    enqueue("MIME-Version: 1.0\r\n", "<NativeDicomModel/>".getBytes(US_ASCII));
    try (var parts = wire.client().retrieveMetadata("1").asXml().open()) {
      assertThat(parts).hasSize(1);
      assertThat(parts.warnings())
          .singleElement()
          .satisfies(w -> assertThat(w.text()).contains("XML"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--6f1c6f8e-2b1f",
        "--6f1c6f8e-2b1f\r",
        "--6f1c6f8e-2b1f\r\n",
        "--6f1c6f8e-2b1f\r\n\r",
        "--6f1c6f8e-2b1f\r\nContent"
      })
  void bulkData_thatIsADelimiterAndNoMore_isCut(String body) {
    for (String type : List.of("application/octet-stream", "text/plain")) {
      wire.enqueue(new MockResponse.Builder().setHeader("Content-Type", type).body(body).build());
      assertThatThrownBy(() -> wire.client().retrieveBulkData(REFERENCE).readAllBytes())
          .isInstanceOf(MalformedResponseException.class);
      wire.enqueue(new MockResponse.Builder().setHeader("Content-Type", type).body(body).build());
      assertThatThrownBy(() -> wire.client().retrieveRendered("1", "2", "3").execute())
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--\u0001\u0002", "--a\nb: c", "-- \r\nNot a header"})
  void bulkData_thatBeginsLikeADelimiterOnly_comes(String body) {
    wire.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/octet-stream")
            .body(body)
            .build());
    assertThat(wire.client().retrieveBulkData(REFERENCE).readAllBytes())
        .isEqualTo(body.getBytes(US_ASCII));
  }

  @Test
  void range_thatEndsWithTheConnection_isNotInDoubt() {
    wire.enqueue(
        new MockResponse.Builder()
            .code(206)
            .setHeader("Content-Type", "application/octet-stream")
            .setHeader("Content-Range", "bytes 0-3/8")
            .setHeader("Connection", "close")
            .body(new Buffer().write(PIXELS))
            .removeHeader("Content-Length")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    try (Parts<BulkDataPart> parts = wire.client().retrieveBulkData(REFERENCE).range(0, 3).open()) {
      assertThat(parts.next().orElseThrow().readAllBytes()).isEqualTo(PIXELS);
      assertThat(parts.next()).isEmpty();
      assertThat(parts.warnings()).isEmpty();
    }
  }
}
