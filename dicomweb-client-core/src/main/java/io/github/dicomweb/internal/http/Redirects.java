// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Decides which redirections are followed. */
final class Redirects {
  private Redirects() {}

  /**
   * Where to go next.
   *
   * @return the next URL, or null if the answer is to be taken as it is: not a redirection, not a
   *     safe method, no usable Location, one too many, or from HTTPS down to HTTP
   */
  static @Nullable HttpUrl next(Exchange exchange, Response response, int followed, int limit) {
    boolean redirection =
        switch (response.code()) {
          case 301, 302, 303, 307, 308 -> true;
          default -> false;
        };
    String location = response.header("Location");
    if (!redirection || !exchange.isSafe() || followed >= limit || location == null) {
      return null;
    }
    HttpUrl from = response.request().url();
    HttpUrl next = from.resolve(location);
    if (next == null || (from.isHttps() && !next.isHttps())) {
      return null;
    }
    return next;
  }
}
