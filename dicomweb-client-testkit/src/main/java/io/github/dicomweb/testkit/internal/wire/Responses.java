// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.internal.behavior.Delivery;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.AnswerBody;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;

/** Answers in the types of the HTTP server. */
final class Responses {
  private static final int NO_CONTENT = 204;
  private static final int HTTP_2_INTERNAL_ERROR = 2;
  private static final String LENGTH = "Content-Length";

  private Responses() {}

  static MockResponse of(Delivery delivery, String method, boolean http2) {
    Answer answer = delivery.answer();
    MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
    AnswerBody body = answer.body();
    if (body == null) {
      if (answer.status() == NO_CONTENT || answer.status() == 304) {
        response.removeHeader(LENGTH);
      }
    } else if (method.equals("HEAD")) {
      response.setHeader(LENGTH, body.length());
    } else {
      body(response, delivery, body, http2);
    }
    answer.headers().forEach(header -> response.addHeader(header.getKey(), header.getValue()));
    return response.build();
  }

  private static void body(
      MockResponse.Builder response, Delivery delivery, AnswerBody body, boolean http2) {
    boolean chunked = delivery.framing() == Framing.CHUNKED && !http2;
    AnswerBody framed = chunked ? new Chunked(body, !delivery.breaksOff()) : body;
    if (delivery.breaksOff()) {
      breakOff(response, framed);
    } else {
      response.body(new Body(framed, body.length()));
    }
    if (delivery.framing() == Framing.CONTENT_LENGTH) {
      response.setHeader(LENGTH, delivery.breaksOff() ? delivery.promised() : body.length());
      return;
    }
    response.removeHeader(LENGTH);
    if (chunked) {
      response.setHeader("Transfer-Encoding", "chunked");
    } else if (!http2) {
      response.setHeader("Connection", "close");
      response.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
    }
  }

  /** The HTTP server knows how to break off in the middle of a body, so this is the first half. */
  private static void breakOff(MockResponse.Builder response, AnswerBody body) {
    response.body(new Body(body, 2 * body.length()));
    response.onResponseBody(new SocketEffect.CloseStream(HTTP_2_INTERNAL_ERROR));
  }

  private record Body(AnswerBody body, long length) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }

  /** A body in chunks; the HTTP server writes the empty line behind the last. */
  private record Chunked(AnswerBody body, boolean ends) implements AnswerBody {
    @Override
    public long length() {
      Buffer counted = new Buffer();
      try {
        writeTo(counted);
      } catch (IOException e) {
        throw new IllegalStateException("a buffer cannot be written to", e);
      }
      return counted.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (BufferedSink chunks = okio.Okio.buffer(new ChunkSink(sink))) {
        body.writeTo(chunks);
      }
      if (ends) {
        sink.writeUtf8("0\r\n");
      }
    }
  }
}
