// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A body that fits into no buffer goes there and back, whatever is spoken. */
class BulkSocketsTest {
  private static final ByteString BODY = body();

  @Test
  void factory_plainHttp1_movesAllBytes() throws Exception {
    movesAllBytes(client(Protocol.HTTP_1_1).build(), List.of(Protocol.HTTP_1_1), null);
  }

  @Test
  void factory_plainHttp2_movesAllBytes() throws Exception {
    movesAllBytes(
        client(Protocol.H2_PRIOR_KNOWLEDGE).build(), List.of(Protocol.H2_PRIOR_KNOWLEDGE), null);
  }

  @Test
  void factory_tls_movesAllBytes() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates server =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    HandshakeCertificates trusting =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    for (Protocol protocol : List.of(Protocol.HTTP_1_1, Protocol.HTTP_2)) {
      List<Protocol> spoken =
          protocol == Protocol.HTTP_2
              ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
              : List.of(protocol);
      OkHttpClient client =
          new OkHttpClient.Builder()
              .socketFactory(BulkSockets.factory())
              .protocols(spoken)
              .callTimeout(Duration.ofSeconds(30))
              .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
              .build();
      movesAllBytes(client, spoken, server);
    }
  }

  private static OkHttpClient.Builder client(Protocol protocol) {
    return new OkHttpClient.Builder()
        .socketFactory(BulkSockets.factory())
        .protocols(List.of(protocol))
        .callTimeout(Duration.ofSeconds(30));
  }

  private static void movesAllBytes(
      OkHttpClient client, List<Protocol> protocols, @Nullable HandshakeCertificates certificates)
      throws IOException, InterruptedException {
    try (MockWebServer server = new MockWebServer()) {
      server.setProtocols(protocols);
      if (certificates != null) {
        server.useHttps(certificates.sslSocketFactory());
      }
      server.start();
      for (int i = 0; i < 2; i++) {
        server.enqueue(new MockResponse.Builder().body(new Buffer().write(BODY)).build());
        Request request =
            new Request.Builder()
                .url(server.url("/"))
                .post(RequestBody.create(BODY, okhttp3.MediaType.get("application/dicom")))
                .build();
        try (Response response = client.newCall(request).execute()) {
          assertThat(response.body().byteString()).isEqualTo(BODY);
        }
        RecordedRequest recorded = server.takeRequest();
        assertThat(recorded.getBody()).isEqualTo(BODY);
      }
    }
  }

  private static ByteString body() {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    return ByteString.of(bytes);
  }
}
