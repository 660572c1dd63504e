// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okio.Buffer;
import okio.ByteString;

/**
 * Frames over HTTP/2, which TLS agrees on: {@code /frames/20/…}, each after 20 ms. Requests of one
 * connection are answered side by side; others than HTTP/2 are refused.
 */
final class Http2Frames implements Closeable {
  private static final ByteString BODY = ByteString.of(OneFrame.body());

  private static final int VERSION_NOT_SUPPORTED = 505;

  private final MockWebServer server = new MockWebServer();

  Http2Frames(HandshakeCertificates handshake, InetAddress address) throws IOException {
    server.useHttps(handshake.sslSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            forgetRecorded();
            if (!request.getVersion().equals("HTTP/2")) {
              return new MockResponse.Builder().code(VERSION_NOT_SUPPORTED).build();
            }
            return frame(Integer.parseInt(request.getUrl().pathSegments().get(1)));
          }
        });
    server.start(address, 0);
  }

  int port() {
    return server.getPort();
  }

  /** It would keep every one. */
  private void forgetRecorded() throws InterruptedException {
    RecordedRequest unused;
    do {
      unused = server.takeRequest(0, TimeUnit.NANOSECONDS);
    } while (unused != null);
  }

  private static MockResponse frame(int millis) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", OneFrame.TYPE)
        .body(new Buffer().write(BODY))
        .headersDelay(millis, TimeUnit.MILLISECONDS)
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
