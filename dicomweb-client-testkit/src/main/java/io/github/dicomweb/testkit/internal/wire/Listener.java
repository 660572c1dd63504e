// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import io.github.dicomweb.testkit.internal.behavior.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port of the loopback interface with an HTTP server behind it. */
final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final MockWebServer server = new MockWebServer();

  /** Starts, at a free port if it is 0, and has all requests answered by a function. */
  Listener(int port, boolean http2, long longestBody, Function<RecordedRequest, Delivery> answers) {
    server.setServerSocketFactory(new PromptSockets());
    server.setBodyLimit(longestBody);
    if (http2) {
      server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            forgetRecordedRequests();
            return Responses.of(answers.apply(request), request.getMethod(), http2);
          }
        });
    try {
      server.start(InetAddress.getByAddress(LOOPBACK), port);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on the loopback interface" + (port == 0 ? "" : " at port " + port), e);
    }
  }

  /** MockWebServer keeps every request, with its body, until somebody takes it. */
  private void forgetRecordedRequests() throws InterruptedException {
    while (server.takeRequest(0, TimeUnit.NANOSECONDS) != null) {
      LOG.trace("a recorded request is dropped");
    }
  }

  /** The scheme, host and port. */
  String origin() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
