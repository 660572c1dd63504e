// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.wire;

import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.AnswerBody;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** Answers in the types of the HTTP server. */
final class Responses {
  private static final int NO_CONTENT = 204;

  private Responses() {}

  static MockResponse of(Answer answer, String method) {
    MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
    AnswerBody body = answer.body();
    if (body != null && !method.equals("HEAD")) {
      response.body(new Body(body));
    } else if (body != null) {
      response.setHeader("Content-Length", body.length());
    } else if (answer.status() == NO_CONTENT) {
      response.removeHeader("Content-Length");
    }
    answer.headers().forEach(header -> response.addHeader(header.getKey(), header.getValue()));
    return response.build();
  }

  private record Body(AnswerBody body) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return body.length();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
