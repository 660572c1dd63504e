// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.auth.Credentials;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The origins the user configured, and so the only ones that see credentials. */
public final class Origins {
  // Whatever else begins like this is a name, and leads wherever whoever gave it wants.
  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

  private final Set<String> home = new HashSet<>();
  private final Map<String, Credentials> others;
  private final boolean insecureAllowed;

  /**
   * Creates them.
   *
   * @param bases the configured base URLs
   * @param others origins with credentials of their own
   * @param insecureAllowed whether credentials may travel over plain HTTP to another machine
   */
  public Origins(
      Collection<HttpUrl> bases, Map<String, Credentials> others, boolean insecureAllowed) {
    for (HttpUrl base : bases) {
      home.add(of(base));
    }
    this.others = Map.copyOf(others);
    this.insecureAllowed = insecureAllowed;
  }

  /** Whether a URL is of a configured server. */
  boolean home(HttpUrl url) {
    return home.contains(of(url));
  }

  /** Whether a request to this URL may carry what the user configured for his servers. */
  boolean trusted(HttpUrl url) {
    return home(url) && secret(url);
  }

  /**
   * The credentials for a URL.
   *
   * @param url where a request goes
   * @param usual those of the configured servers
   * @return those of its origin, the usual ones at home, none anywhere else
   */
  Credentials credentials(HttpUrl url, Credentials usual) {
    Credentials own = others.get(of(url));
    if (own != null && secret(url)) {
      return own;
    }
    return own == null && trusted(url) ? usual : Credentials.none();
  }

  /**
   * Refuses credentials that would travel in the open.
   *
   * @param url where they would go
   * @throws IllegalArgumentException if it is plain HTTP to another machine, and that was not
   *     allowed
   */
  public void requireSecret(HttpUrl url) {
    if (!secret(url)) {
      throw new IllegalArgumentException(
          "credentials over plain HTTP to another host: use HTTPS, or allowInsecureHttp()");
    }
  }

  private boolean secret(HttpUrl url) {
    return url.isHttps() || insecureAllowed || isLoopback(url);
  }

  private static boolean isLoopback(HttpUrl url) {
    String host = url.host();
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || LOOPBACK.matcher(host).matches();
  }

  /** The origin of a URL: scheme, host and port. */
  public static String of(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
