// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import io.github.dicomweb.testkit.behavior.FaultBehavior.Redirect;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.internal.behavior.Conduct;
import io.github.dicomweb.testkit.internal.behavior.Delivery;
import io.github.dicomweb.testkit.internal.behavior.Origins;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: listens on the loopback interface and asks the router. */
public final class WireServer implements AutoCloseable {
  /**
   * The longest body that a request may have; longer ones are read, not kept, and refused. The HTTP
   * server holds a body twice for a moment, and storing it takes a third time: without memory its
   * thread would end and leave the client waiting.
   */
  static final long LONGEST_BODY = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

  private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);
  private static final String BASE_PATH = "/dicom-web";
  // Where Google has a store: the operations that it answers deletions with are beside it.
  private static final String STORE_PATH =
      "/v1/projects/p/locations/l/datasets/d/dicomStores/s/dicomWeb";

  private final boolean http2;
  private final RequestLog log = new RequestLog();
  private final Router router = new Router();
  private final Listener listener;
  private @Nullable Listener otherOrigin;
  private volatile Guard guard = Guard.OPEN;
  private volatile Conduct conduct;

  /**
   * Starts; nothing is routed yet.
   *
   * @param port where it listens, 0 for any free port
   * @param http2 whether HTTP/2 is spoken, without TLS and from the first byte, and nothing else
   */
  public WireServer(int port, boolean http2) {
    this.http2 = http2;
    this.listener = new Listener(port, http2, LONGEST_BODY, recorded -> answer(recorded, true));
    this.conduct = conduct(ServerBehavior.standard());
  }

  private Conduct conduct(ServerBehavior behavior) {
    String other = behavior.faults().redirect() == Redirect.OTHER_ORIGIN ? otherOrigin() : "";
    return new Conduct(
        behavior,
        new Origins() {
          @Override
          public String base() {
            return baseUrl();
          }

          @Override
          public String other() {
            return other + BASE_PATH;
          }
        });
  }

  private synchronized String otherOrigin() {
    Listener other = otherOrigin;
    if (other == null) {
      other = new Listener(0, http2, LONGEST_BODY, recorded -> answer(recorded, false));
      otherOrigin = other;
    }
    return other.origin();
  }

  private Delivery answer(RecordedRequest recorded, boolean guarded) {
    log.add(
        new LoggedRequest(
            recorded.getMethod(), recorded.getTarget(), recorded.getHeaders().toMultimap()));
    Conduct current = conduct;
    try {
      Optional<Answer> refusal =
          guarded
              ? guard.refusal(Optional.ofNullable(recorded.getHeaders().get("Authorization")))
              : Optional.empty();
      if (refusal.isPresent()) {
        return current.refusal(refusal.get());
      }
      return answer(recorded, current);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Delivery answer(RecordedRequest recorded, Conduct current) throws IOException {
    try {
      if (recorded.getBodySize() > LONGEST_BODY) {
        throw HttpProblem.of(413, "The body is too large for this server.");
      }
      return current.handle(
          Request.of(
              recorded.getMethod(),
              recorded.getTarget(),
              recorded.getTarget().startsWith(STORE_PATH + "/") ? STORE_PATH : BASE_PATH,
              recorded.getHeaders(),
              Objects.requireNonNullElse(recorded.getBody(), ByteString.EMPTY)),
          router::handle);
    } catch (HttpProblem problem) {
      return current.refusal(problem.toAnswer());
    } catch (IOException | RuntimeException e) {
      // the message could quote what was sent
      LOG.error("a request failed: {} at {}", e.getClass().getName(), e.getStackTrace());
      return current.refusal(HttpProblem.of(500, "The server has failed.").toAnswer());
    }
  }

  public Router router() {
    return router;
  }

  public String baseUrl() {
    return listener.origin() + BASE_PATH;
  }

  public void guard(Guard value) {
    this.guard = value;
  }

  public ServerBehavior behavior() {
    return conduct.behavior();
  }

  public void behavior(ServerBehavior value) {
    this.conduct = conduct(value);
  }

  public List<LoggedRequest> requests() {
    return log.all();
  }

  public void clearRequests() {
    log.clear();
  }

  @Override
  public void close() {
    listener.close();
    synchronized (this) {
      if (otherOrigin != null) {
        otherOrigin.close();
      }
    }
  }
}
