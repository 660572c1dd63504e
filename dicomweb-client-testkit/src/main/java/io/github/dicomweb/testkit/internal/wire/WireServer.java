// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: listens on a free port of the loopback interface and asks the router. */
public final class WireServer implements AutoCloseable {
  /**
   * The longest body that a request may have; longer ones are read, not kept, and refused. The HTTP
   * server holds a body twice for a moment, and storing it takes a third time: without memory its
   * thread would end and leave the client waiting.
   */
  static final long LONGEST_BODY = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

  private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);
  private static final String BASE_PATH = "/dicom-web";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final MockWebServer server = new MockWebServer();
  private final RequestLog log = new RequestLog();
  private final Router router = new Router();
  private volatile Guard guard = Guard.OPEN;

  /** Starts; nothing is routed yet. */
  public WireServer() {
    server.setBodyLimit(LONGEST_BODY);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            forgetRecordedRequests();
            return Responses.of(answer(request), request.getMethod());
          }
        });
    try {
      server.start(InetAddress.getByAddress(LOOPBACK), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on the loopback interface", e);
    }
  }

  /** MockWebServer keeps every request, with its body, until somebody takes it. */
  private void forgetRecordedRequests() throws InterruptedException {
    while (server.takeRequest(0, TimeUnit.NANOSECONDS) != null) {
      LOG.trace("a recorded request is dropped");
    }
  }

  private Answer answer(RecordedRequest recorded) {
    log.add(
        new LoggedRequest(
            recorded.getMethod(), recorded.getTarget(), recorded.getHeaders().toMultimap()));
    Optional<Answer> refusal =
        guard.refusal(Optional.ofNullable(recorded.getHeaders().get("Authorization")));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      if (recorded.getBodySize() > LONGEST_BODY) {
        throw HttpProblem.of(413, "The body is too large for this server.");
      }
      return router.handle(
          Request.of(
              recorded.getMethod(),
              recorded.getTarget(),
              BASE_PATH,
              recorded.getHeaders(),
              Objects.requireNonNullElse(recorded.getBody(), ByteString.EMPTY)));
    } catch (HttpProblem problem) {
      return problem.toAnswer();
    } catch (IOException | RuntimeException e) {
      // the message could quote what was sent
      LOG.error("a request failed: {} at {}", e.getClass().getName(), e.getStackTrace());
      return HttpProblem.of(500, "The server has failed.").toAnswer();
    }
  }

  public Router router() {
    return router;
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getPort() + BASE_PATH;
  }

  public void guard(Guard value) {
    this.guard = value;
  }

  public List<LoggedRequest> requests() {
    return log.all();
  }

  public void clearRequests() {
    log.clear();
  }

  @Override
  public void close() {
    server.close();
  }
}
