// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.error.TransportException.Phase;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Knows how far one attempt has come; rides on the request as a tag. */
final class PhaseTracker {
  private volatile Phase phase = Phase.CONNECT;

  Phase phase() {
    return phase;
  }

  /** Runs once a connection stands, so whatever fails before it was connecting. */
  static final Interceptor INTERCEPTOR =
      chain -> {
        Request request = chain.request();
        PhaseTracker tracker = request.tag(PhaseTracker.class);
        if (tracker == null) {
          return chain.proceed(request);
        }
        RequestBody body = request.body();
        if (body == null) {
          tracker.phase = Phase.FIRST_BYTE;
        } else {
          tracker.phase = Phase.SEND;
          request = request.newBuilder().method(request.method(), tracked(body, tracker)).build();
        }
        Response response = chain.proceed(request);
        tracker.phase = Phase.BODY;
        return response;
      };

  private static RequestBody tracked(RequestBody body, PhaseTracker tracker) {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        return body.contentType();
      }

      @Override
      public long contentLength() throws IOException {
        return body.contentLength();
      }

      @Override
      public boolean isOneShot() {
        return body.isOneShot();
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
        sink.flush();
        tracker.phase = Phase.FIRST_BYTE;
      }
    };
  }
}
