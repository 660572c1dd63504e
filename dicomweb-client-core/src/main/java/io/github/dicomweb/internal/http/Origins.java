// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;

/** The origins the user configured, and so the only ones that see credentials. */
public final class Origins {
  private final Set<String> home = new HashSet<>();
  private final boolean insecureAllowed;

  /**
   * Creates them.
   *
   * @param bases the configured base URLs
   * @param insecureAllowed whether credentials may travel over plain HTTP to another machine
   */
  public Origins(Collection<HttpUrl> bases, boolean insecureAllowed) {
    for (HttpUrl base : bases) {
      home.add(origin(base));
    }
    this.insecureAllowed = insecureAllowed;
  }

  /** Whether a request to this URL may carry what the user configured for his servers. */
  boolean trusted(HttpUrl url) {
    return home.contains(origin(url)) && (url.isHttps() || insecureAllowed || isLoopback(url));
  }

  /** Whether traffic to this URL stays on this machine. */
  public static boolean isLoopback(HttpUrl url) {
    String host = url.host();
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
