// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends exchanges: credentials, redirections, timeouts by phase, the ladder of Accept values. Knows
 * nothing of DICOM. Thread-safe.
 */
public final class Transport {
  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

  // Less than the second after which the quickest servers end an idle connection.
  private static final long UPLOAD_IDLE_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OkHttpClient http;
  private final OkHttpClient uploads;
  private final OkHttpClient elsewhere;
  private final TransportSettings settings;
  private final Map<String, String> rungs = new ConcurrentHashMap<>();
  private final UnderWay underWay;

  /**
   * Creates a transport.
   *
   * @param base the client whose connections and threads are used
   * @param settings what the user configured
   */
  public Transport(OkHttpClient base, TransportSettings settings) {
    this.settings = settings;
    this.underWay = new UnderWay(null);
    OkHttpClient.Builder builder =
        base.newBuilder()
            // Redirections are followed here, where it is known which origin may see credentials.
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(settings.timeouts().connect())
            .readTimeout(settings.timeouts().firstByte())
            .writeTimeout(settings.timeouts().stall())
            .callTimeout(settings.timeouts().call())
            .addNetworkInterceptor(PhaseTracker.INTERCEPTOR);
    this.http = use(builder, settings.tls()).build();
    // A client certificate is a credential, and is shown at home only.
    Tls tls = settings.tls();
    this.elsewhere =
        tls == null || !tls.hasClientCertificate()
            ? http
            : use(http.newBuilder(), tls.withoutClientCertificate()).build();
    // On a connection that the server has ended meanwhile a request with a body is lost, since it
    // is never sent a second time: such requests only use connections that were used just now.
    this.uploads =
        http.newBuilder()
            .connectionPool(new ConnectionPool(5, UPLOAD_IDLE_MILLIS, TimeUnit.MILLISECONDS))
            .build();
  }

  private static OkHttpClient.Builder use(OkHttpClient.Builder builder, @Nullable Tls tls) {
    return tls == null
        ? builder
        : builder.sslSocketFactory(tls.context().getSocketFactory(), tls.trustManager());
  }

  private Transport(
      Transport parent, TransportSettings settings, UnaryOperator<OkHttpClient> over) {
    this.settings = settings;
    this.underWay = new UnderWay(parent.underWay);
    this.http = over.apply(parent.http);
    this.uploads = over.apply(parent.uploads);
    this.elsewhere = over.apply(parent.elsewhere);
  }

  // What a cache or a jar of cookies holds was meant for another user.
  private static OkHttpClient forgetful(OkHttpClient client) {
    return client.cache() == null && client.cookieJar() == CookieJar.NO_COOKIES
        ? client
        : client.newBuilder().cache(null).cookieJar(CookieJar.NO_COOKIES).build();
  }

  /** One over the same connections, closed with this one, for another profile. */
  public Transport withProfile(ServerProfile profile) {
    return new Transport(this, settings.withProfile(profile), client -> client);
  }

  /** One over the same connections, closed with this one, for other credentials. */
  public Transport withCredentials(Credentials credentials) {
    return new Transport(this, settings.withCredentials(credentials), Transport::forgetful);
  }

  /** The limits of everything that is read. */
  public Limits limits() {
    return settings.limits();
  }

  /** The facts about the server. */
  public ServerProfile profile() {
    return settings.profile();
  }

  /** The base URL of a service. */
  public HttpUrl base(Service service) {
    return Objects.requireNonNull(settings.bases().get(service));
  }

  /** Where asynchronous calls run. */
  public Executor executor() {
    return http.dispatcher().executorService();
  }

  /**
   * Refuses everything from now on, ends what is under way, and waits until transfers have taken
   * away the files that they had begun, up to a time.
   */
  public void close() {
    underWay.end(PATIENCE);
    uploads.connectionPool().evictAll();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("this client is closed");
  }

  /**
   * Sends an exchange and waits for the head of the answer.
   *
   * @param exchange what to send
   * @param operation what a cancellation reaches
   * @return an answer below 400, or any if the exchange says so; the caller closes it
   */
  public Answer send(Exchange exchange, Operation operation) {
    // One that was ended by closing says itself that it was.
    if (!underWay.admits(operation) && !operation.cancelled()) {
      throw closed();
    }
    AcceptLadder ladder = AcceptLadder.of(exchange, rungs);
    @Nullable RuntimeException refused = null;
    while (true) {
      Response response = exchange(exchange, ladder.accept(), operation);
      int status = response.code();
      if (status < 300 || (status == 304 && exchange.conditional())) {
        ladder.remember();
        return new Answer(exchange, operation, response, ladder.below(), limits().errorBodyBytes());
      }
      if (isNegotiation(status) && ladder.next()) {
        try (response) {
          refused = refused == null ? failure(exchange, response) : refused;
        }
        continue;
      }
      if (exchange.onError() == Exchange.OnError.RETURN && status >= 400) {
        return new Answer(exchange, operation, response, ladder.below(), limits().errorBodyBytes());
      }
      try (response) {
        // What was asked for first is what the caller can mend.
        throw refused != null && isNegotiation(status) ? refused : failure(exchange, response);
      }
    }
  }

  private RuntimeException failure(Exchange exchange, Response response) {
    return ErrorAnswers.exception(
        exchange, response, ErrorAnswers.body(response, limits().errorBodyBytes()));
  }

  private static boolean isNegotiation(int status) {
    return status == 400 || status == 406 || status == 415;
  }

  private Response exchange(Exchange exchange, @Nullable String accept, Operation operation) {
    HttpUrl url = exchange.url(base(exchange.service()));
    Set<String> renewed = new HashSet<>();
    for (int redirects = 0; ; ) {
      RequestBody body = exchange.newBody();
      Credentials.Target target = Exchange.target(exchange.method(), url, body);
      Map<String, String> credentials = credentials(target, url);
      Response response = attempt(exchange, url, accept, credentials, body, operation);
      if (response.code() == 401
          && !credentials.isEmpty()
          && renewed.add(Origins.of(url))
          && renew(target, url, credentials, response)) {
        continue;
      }
      HttpUrl next = Redirects.next(exchange, response, redirects, limits().redirects());
      if (next == null) {
        return response;
      }
      response.close();
      url = next;
      redirects++;
    }
  }

  /**
   * Opens a WebSocket (PS3.18 §8.10.4). Its URL comes from a server, so the opening request carries
   * credentials by the same rule as any other, and is not redirected.
   *
   * @param url the URL, {@code ws} and {@code wss} written as {@code http} and {@code https}
   * @param listener what hears of it
   */
  public WebSocket webSocket(HttpUrl url, WebSocketListener listener) {
    if (underWay.closed()) {
      throw closed();
    }
    Request.Builder request = new Request.Builder().url(url);
    addSecrets(request, url, credentials(new Credentials.Target("GET", url.uri()), url));
    return client(url, false).newWebSocket(request.build(), listener);
  }

  private OkHttpClient client(HttpUrl url, boolean upload) {
    return !settings.origins().home(url) ? elsewhere : upload ? uploads : http;
  }

  private void addSecrets(Request.Builder request, HttpUrl url, Map<String, String> secrets) {
    if (settings.origins().trusted(url)) {
      settings.headers().forEach(h -> request.header(h.getKey(), h.getValue()));
    }
    secrets.forEach(request::header);
  }

  private Map<String, String> credentials(Credentials.Target target, HttpUrl url) {
    Credentials credentials = settings.origins().credentials(url, settings.credentials());
    Map<String, String> headers = credentials.headers(target);
    if (!headers.entrySet().stream().allMatch(h -> Headers.sendable(h.getKey(), h.getValue()))) {
      throw new IllegalStateException(
          "the credentials gave a header with a character that cannot be sent");
    }
    return headers;
  }

  private boolean renew(
      Credentials.Target target, HttpUrl url, Map<String, String> sent, Response response) {
    Credentials.Refusal refusal =
        new Credentials.Refusal(target, sent, response.headers("WWW-Authenticate"));
    boolean asItWas = false;
    try {
      Credentials credentials = settings.origins().credentials(url, settings.credentials());
      asItWas = !credentials.renew(refusal);
      return !asItWas;
    } finally {
      if (!asItWas) {
        response.close();
      }
    }
  }

  private Response attempt(
      Exchange exchange,
      HttpUrl url,
      @Nullable String accept,
      Map<String, String> credentials,
      @Nullable RequestBody body,
      Operation operation) {
    PhaseTracker tracker = new PhaseTracker();
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .method(exchange.method(), body)
            .tag(PhaseTracker.class, tracker);
    addSecrets(request, url, credentials);
    exchange.headers().forEach(h -> request.header(h.getKey(), h.getValue()));
    if (accept != null) {
      request.header("Accept", accept);
    }
    Call call = client(url, exchange.hasBody()).newCall(request.build());
    operation.begin(call);
    long start = System.nanoTime();
    try {
      Response response = call.execute();
      stallTimeout(response.body().source().timeout());
      LOG.debug(
          "{} answered {} after {} ms",
          exchange,
          response.code(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      return response;
    } catch (IOException e) {
      LOG.debug("{} failed in phase {}", exchange, tracker.phase());
      throw ErrorMapper.map(e, exchange, tracker.phase(), operation, null);
    }
  }

  /** The head of the answer is there: from now on it is the gap between bytes that counts. */
  private void stallTimeout(Timeout timeout) {
    long millis = settings.timeouts().stall().toMillis();
    if (millis == 0) {
      timeout.clearTimeout();
    } else {
      timeout.timeout(millis, TimeUnit.MILLISECONDS);
    }
  }
}
