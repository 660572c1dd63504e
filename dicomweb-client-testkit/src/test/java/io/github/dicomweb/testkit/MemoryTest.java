// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Large bodies and many requests, in the 512 MB that the tests have. */
final class MemoryTest {
  private static final MediaType TYPE = MediaType.get(Http.STORE_TYPE);

  @RegisterExtension final Http http = new Http();

  @Test
  void bodyAbove100Megabytes_isStoredAndServed() {
    LargeInstance instance = LargeSeries.huge(104L << 20);
    http.server().clear();
    Http.Reply stored = http.send(http.request("/studies").post(body(instance)));

    assertThat(stored.status()).isEqualTo(200);
    String target =
        "/studies/"
            + instance.studyInstanceUid()
            + "/series/"
            + instance.seriesInstanceUid()
            + "/instances/"
            + instance.sopInstanceUid();
    Http.Reply frame = http.get(target + "/frames/52", "application/octet-stream");
    assertThat(frame.body().size()).isEqualTo(2 << 20);
  }

  @Test
  void bodyAboveTheLimit_isReadAndAnswered413() {
    Http.Reply reply = http.send(http.request("/studies").post(body(LargeSeries.huge(300L << 20))));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(http.server().size()).isEqualTo(26);
  }

  @Test
  void manyRequestsWithBodies_areNotKept() {
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    byte[] padded = new byte[8_000_000];
    System.arraycopy(file, 0, padded, 0, file.length);

    for (int i = 0; i < 75; i++) {
      Http.Reply reply = http.post("/studies", Http.STORE_TYPE, Http.multipart(padded));
      assertThat(reply.status()).isEqualTo(409);
    }
    assertThat(http.server().requests()).hasSize(75);
  }

  private static RequestBody body(LargeInstance instance) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return TYPE;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.writeUtf8("--bound\r\nContent-Type: application/dicom\r\n\r\n");
        try (Source file = Okio.source(instance.open())) {
          sink.writeAll(file);
        }
        sink.writeUtf8("\r\n--bound--\r\n");
      }
    };
  }
}
