// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The pages of a search through OkHttp and Jackson, nothing made of their tokens. */
final class Tokens implements Way {
  /** What the library asks for, unless told otherwise. */
  private static final int PAGE = 200;

  private final OkHttpClient client = new OkHttpClient();
  private final JsonFactory jackson = new JsonFactory();
  private final Setup setup;

  Tokens(Setup setup) {
    this.setup = setup;
  }

  @Override
  public long run() throws IOException {
    long tokens = 0;
    for (int offset = 0; offset < setup.size(); offset += PAGE) {
      HttpUrl url =
          setup
              .base()
              .newBuilder()
              .addPathSegment("studies")
              .addQueryParameter("limit", "" + PAGE)
              .addQueryParameter("offset", "" + offset)
              .build();
      try (Response response = client.newCall(new Request.Builder().url(url).build()).execute();
          JsonParser parser = jackson.createParser(response.body().byteStream())) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    if (tokens < setup.size()) {
      throw new IOException("too few tokens");
    }
    return setup.size();
  }
}
