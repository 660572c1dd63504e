// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** The HTTP client of a program, which counts what is sent. */
public final class Sending implements AutoCloseable {
  private final AtomicInteger count = new AtomicInteger();
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .addInterceptor(
              chain -> {
                count.incrementAndGet();
                return chain.proceed(chain.request());
              })
          .build();

  /** Creates it, with connections of its own. */
  public Sending() {}

  /** For the builder of the client. */
  public OkHttpClient http() {
    return http;
  }

  int count() {
    return count.get();
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
