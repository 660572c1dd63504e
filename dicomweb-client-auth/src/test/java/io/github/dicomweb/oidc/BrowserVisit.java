// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What a browser does with an address. */
final class BrowserVisit {
  private static final OkHttpClient BROWSER = new OkHttpClient();

  private BrowserVisit() {}

  /** Goes there; the status is what it gets. */
  static int to(HttpUrl url) {
    try (Response response = BROWSER.newCall(new Request.Builder().url(url).build()).execute()) {
      return response.code();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
