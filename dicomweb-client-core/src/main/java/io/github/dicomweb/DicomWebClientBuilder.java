// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.internal.http.Headers;
import io.github.dicomweb.internal.http.Origins;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.http.TransportSettings;
import io.github.dicomweb.profile.OhifDataSource;
import io.github.dicomweb.profile.ServerProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link DicomWebClient} needs. Not thread-safe. */
public final class DicomWebClientBuilder {
  // Set by the library or by HTTP itself; set by hand they would break an exchange.
  private static final Set<String> OWN_HEADERS =
      Set.of("accept", "content-type", "content-length", "transfer-encoding", "host", "expect");

  private final Map<Service, HttpUrl> bases = new EnumMap<>(Service.class);
  private final List<Map.Entry<String, String>> headers = new ArrayList<>();
  private final Map<String, Credentials> others = new HashMap<>();
  private final List<HttpUrl> otherUrls = new ArrayList<>();
  private Credentials credentials = Credentials.none();
  private Timeouts timeouts = Timeouts.defaults();
  private Limits limits = Limits.defaults();
  private ServerProfile profile = ServerProfile.standard();
  private ProgressListener listener = progress -> {};
  private boolean insecureAllowed;
  private @Nullable OkHttpClient httpClient;
  private @Nullable Tls tls;

  DicomWebClientBuilder(String baseUrl) {
    HttpUrl url = url(baseUrl);
    for (Service service : Service.values()) {
      bases.put(service, url);
    }
  }

  static DicomWebClientBuilder of(OhifDataSource source, UnaryOperator<String> absolute) {
    DicomWebClientBuilder builder =
        new DicomWebClientBuilder(absolute.apply(source.wadoRoot()))
            .searchUrl(absolute.apply(source.qidoRoot()))
            .storeUrl(absolute.apply(source.stowRoot()))
            .profile(source.profile());
    source.wadoUriRoot().map(absolute).ifPresent(builder::wadoUriUrl);
    return builder;
  }

  static String resolve(String base, String reference) {
    HttpUrl url = HttpUrl.parse(base);
    HttpUrl resolved = url == null ? null : url.resolve(reference);
    if (resolved == null) {
      throw new IllegalArgumentException("the URL of a viewer must be absolute, HTTP or HTTPS");
    }
    return resolved.toString();
  }

  private static HttpUrl url(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException("a base URL must be an absolute HTTP or HTTPS URL");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "a base URL must not hold a user or password: use credentials()");
    }
    if (url.query() != null || url.fragment() != null) {
      throw new IllegalArgumentException("a base URL must not hold a query or a fragment");
    }
    // Without this, a trailing slash would put an empty segment before each path.
    List<String> segments = url.pathSegments();
    return segments.get(segments.size() - 1).isEmpty() && segments.size() > 1
        ? url.newBuilder().removePathSegment(segments.size() - 1).build()
        : url;
  }

  /**
   * Sets another base URL for Search (QIDO-RS).
   *
   * @param url the base URL
   * @return this
   */
  public DicomWebClientBuilder searchUrl(String url) {
    bases.put(Service.SEARCH, url(url));
    return this;
  }

  /**
   * Sets another base URL for Retrieve (WADO-RS).
   *
   * @param url the base URL
   * @return this
   */
  public DicomWebClientBuilder retrieveUrl(String url) {
    bases.put(Service.RETRIEVE, url(url));
    return this;
  }

  /**
   * Sets another base URL for Store (STOW-RS).
   *
   * @param url the base URL
   * @return this
   */
  public DicomWebClientBuilder storeUrl(String url) {
    bases.put(Service.STORE, url(url));
    return this;
  }

  /**
   * Sets the URL of WADO-URI (PS3.18 §9), which as a rule stands beside the other services and not
   * below them.
   *
   * @param url such as {@code https://pacs.example.org/wado}
   * @return this
   */
  public DicomWebClientBuilder wadoUriUrl(String url) {
    bases.put(Service.URI, url(url));
    return this;
  }

  /**
   * Sets the credentials. They go to the origins of the base URLs and nowhere else.
   *
   * @param value the credentials
   * @return this
   */
  public DicomWebClientBuilder credentials(Credentials value) {
    this.credentials = Objects.requireNonNull(value, "credentials");
    return this;
  }

  /**
   * Sets the credentials of one more origin, one that answers lead to: bulk data or pictures that a
   * server keeps on another host. They go there and nowhere else.
   *
   * @param origin scheme, host and port, such as {@code https://bulk.example.org}
   * @param value the credentials
   * @return this
   */
  public DicomWebClientBuilder credentials(String origin, Credentials value) {
    HttpUrl url = url(origin);
    if (!url.encodedPath().equals("/")) {
      throw new IllegalArgumentException("an origin is a scheme, a host and a port, and no path");
    }
    others.put(Origins.of(url), Objects.requireNonNull(value, "credentials"));
    otherUrls.add(url);
    return this;
  }

  /**
   * Sets which certificates are trusted and which one is shown (mutual TLS). The client certificate
   * is shown to the origins of the base URLs and nowhere else.
   *
   * @param value the settings
   * @return this
   */
  public DicomWebClientBuilder tls(Tls value) {
    this.tls = Objects.requireNonNull(value, "tls");
    return this;
  }

  /**
   * Allows credentials over plain HTTP to a host that is not this machine. Whoever can listen on
   * the way then has them.
   *
   * @return this
   */
  public DicomWebClientBuilder allowInsecureHttp() {
    this.insecureAllowed = true;
    return this;
  }

  /**
   * Sets the timeouts.
   *
   * @param value the timeouts
   * @return this
   */
  public DicomWebClientBuilder timeouts(Timeouts value) {
    this.timeouts = Objects.requireNonNull(value, "timeouts");
    return this;
  }

  /**
   * Sets the limits of what is read.
   *
   * @param value the limits
   * @return this
   */
  public DicomWebClientBuilder limits(Limits value) {
    this.limits = Objects.requireNonNull(value, "limits");
    return this;
  }

  /**
   * Says what is known of the server.
   *
   * @param value the profile
   * @return this
   */
  public DicomWebClientBuilder profile(ServerProfile value) {
    this.profile = Objects.requireNonNull(value, "profile");
    return this;
  }

  /**
   * Reports the progress of every transfer of the client that names no listener of its own.
   *
   * @param value called on the threads that transfer, from several at once if there are several
   * @return this
   */
  public DicomWebClientBuilder onProgress(ProgressListener value) {
    this.listener = Objects.requireNonNull(value, "listener");
    return this;
  }

  /**
   * Adds a header to each request to the origins of the base URLs; like credentials it goes nowhere
   * else.
   *
   * @param name the name
   * @param value the value
   * @return this
   * @throws IllegalArgumentException if the header is one that the library sets, or cannot be sent
   */
  public DicomWebClientBuilder header(String name, String value) {
    if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("this header is set by the library");
    }
    if (!Headers.sendable(name, value)) {
      throw new IllegalArgumentException("this header holds a character that cannot be sent");
    }
    headers.add(Map.entry(name, value));
    return this;
  }

  /**
   * Uses the connections, threads, TLS settings (unless {@link #tls} sets others), proxy and
   * interceptors of an HTTP client that the application has. Its timeouts and its following of
   * redirections are replaced by ours, and stores use connections of their own, which are not kept
   * when idle: a server may have closed them, and a store is not sent twice. Its sockets are its
   * own too: {@link BulkSockets} says how to give it the ones that this library uses otherwise.
   *
   * @param value the HTTP client; it stays the caller's
   * @return this
   */
  public DicomWebClientBuilder httpClient(OkHttpClient value) {
    this.httpClient = Objects.requireNonNull(value, "httpClient");
    return this;
  }

  /**
   * Builds the client.
   *
   * @return a client, which the caller closes
   * @throws IllegalArgumentException if there are credentials for an origin that is plain HTTP to a
   *     host that is not this machine, and that was not allowed
   */
  public DicomWebClient build() {
    Origins origins = new Origins(bases.values(), others, insecureAllowed);
    otherUrls.forEach(origins::requireSecret);
    if (credentials != Credentials.none()) {
      bases.values().forEach(origins::requireSecret);
    }
    OkHttpClient own =
        httpClient == null
            ? new OkHttpClient.Builder().socketFactory(BulkSockets.factory()).build()
            : null;
    Transport transport =
        new Transport(
            own == null ? Objects.requireNonNull(httpClient) : own,
            new TransportSettings(
                Map.copyOf(bases),
                origins,
                credentials,
                timeouts,
                limits,
                profile,
                List.copyOf(headers),
                tls));
    return new DicomWebClient(transport, listener, own == null ? () -> {} : () -> shutDown(own));
  }

  private static void shutDown(OkHttpClient own) {
    own.dispatcher().executorService().shutdown();
    own.connectionPool().evictAll();
  }

  /** Says nothing of servers and credentials. */
  @Override
  public String toString() {
    return "DicomWebClientBuilder";
  }
}
