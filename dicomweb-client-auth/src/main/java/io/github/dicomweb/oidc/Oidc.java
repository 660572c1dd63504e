// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.oidc.internal.endpoint.Settings;
import io.github.dicomweb.oidc.internal.grant.Code;
import io.github.dicomweb.oidc.internal.grant.Device;
import io.github.dicomweb.oidc.internal.grant.GivenRefreshToken;
import io.github.dicomweb.oidc.internal.grant.SystemBrowser;
import io.github.dicomweb.oidc.internal.grant.Unattended;
import io.github.dicomweb.oidc.internal.token.TokenKeeper;
import io.github.dicomweb.oidc.internal.token.TokenSource;
import io.github.dicomweb.oidc.internal.token.Vault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from an OpenID Connect provider or another OAuth 2.0 authorization server: Keycloak,
 * Entra ID, and every other that publishes what it can do.
 *
 * <pre>{@code
 * OidcCredentials credentials =
 *     Oidc.issuer("https://login.example.org/realms/hospital")
 *         .client("research-platform", ClientAuthentication.secret(secret))
 *         .clientCredentials();
 * DicomWebClient client = DicomWebClient.builder(url).credentials(credentials).build();
 * }</pre>
 *
 * <p>Collects the settings; the last call names the grant. Nothing is sent before the first token
 * is needed. Not thread-safe; what it makes is.
 */
public final class Oidc {
  private final Issuer issuer;
  private final List<String> scopes = new ArrayList<>();
  private final List<Audience> audience = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private @Nullable ClientID client;
  private ClientAuthentication authentication = ClientAuthentication.none();
  private @Nullable Tls tls;
  private @Nullable OkHttpClient httpClient;
  private @Nullable TokenStore tokenStore;
  private Duration patience = Duration.ofSeconds(30);
  private Duration skew = Duration.ofSeconds(10);
  private Duration signInTimeout = Duration.ofMinutes(5);
  private Clock clock = Clock.systemUTC();
  private boolean insecureAllowed;
  private boolean revokeOnClose;

  private Oidc(Issuer issuer) {
    this.issuer = issuer;
  }

  /**
   * Names the authorization server. What it can do is read from {@code
   * .well-known/openid-configuration} below this address, or from {@code
   * .well-known/oauth-authorization-server} (RFC 8414), when the first token is needed.
   *
   * @param url the issuer, spelled as the server spells it, such as {@code
   *     https://login.example.org/realms/hospital}
   * @return a builder
   * @throws IllegalArgumentException if it is not an HTTP or HTTPS URL, or has a query or fragment
   */
  public static Oidc issuer(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null || parsed.query() != null || parsed.fragment() != null) {
      throw new IllegalArgumentException(
          "an issuer is an absolute HTTPS URL without query and fragment");
    }
    return new Oidc(new Issuer(url));
  }

  /**
   * Names this application, a public client.
   *
   * @param clientId the identifier it is registered with
   * @return this
   */
  public Oidc client(String clientId) {
    return client(clientId, ClientAuthentication.none());
  }

  /**
   * Names this application.
   *
   * @param clientId the identifier it is registered with
   * @param value how it shows that it is the one
   * @return this
   */
  public Oidc client(String clientId, ClientAuthentication value) {
    this.client = new ClientID(clientId);
    this.authentication = Objects.requireNonNull(value, "authentication");
    return this;
  }

  /**
   * Asks for scopes.
   *
   * @param values the scopes, added to those before
   * @return this
   */
  public Oidc scope(String... values) {
    scopes.addAll(List.of(values));
    return this;
  }

  /**
   * Says which service the token is for, to servers that want to know.
   *
   * @param value the audience
   * @return this
   */
  public Oidc audience(String value) {
    audience.add(new Audience(value));
    return this;
  }

  /**
   * Adds a parameter to the requests for tokens and to the address people sign in at.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public Oidc parameter(String name, String value) {
    parameters.put(name, Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Sets which certificates of the authorization server are trusted, and which one it is shown.
   *
   * @param value the settings
   * @return this
   */
  public Oidc tls(Tls value) {
    this.tls = Objects.requireNonNull(value, "tls");
    return this;
  }

  /**
   * Uses the connections, proxy, timeouts and TLS settings of an HTTP client that the application
   * has. Redirections, cookies and caches are turned off for our requests. Its interceptors see
   * secrets.
   *
   * @param value the HTTP client; it stays the caller's
   * @return this
   */
  public Oidc httpClient(OkHttpClient value) {
    this.httpClient = Objects.requireNonNull(value, "httpClient");
    return this;
  }

  /**
   * Keeps sessions beyond the end of the process. For grants with a session: sign-in with the
   * browser or on a device, and a given refresh token.
   *
   * @param value where
   * @return this
   */
  public Oidc tokenStore(TokenStore value) {
    this.tokenStore = Objects.requireNonNull(value, "tokenStore");
    return this;
  }

  /**
   * Revokes the session when the credentials are closed (RFC 7009).
   *
   * @return this
   */
  public Oidc revokeOnClose() {
    this.revokeOnClose = true;
    return this;
  }

  /**
   * Sets how long an authorization server that cannot be reached, or answers 429 or 5xx, is asked
   * again, with growing pauses, before a request fails. 30 seconds if nothing is set.
   *
   * @param value the time; zero for one attempt
   * @return this
   */
  public Oidc patience(Duration value) {
    this.patience = notNegative(value);
    return this;
  }

  /**
   * Sets how long before its end a token is no longer used, for clocks that differ and requests
   * that are on their way; of a short life, a tenth of it at most. 10 seconds if nothing is set.
   * Renewal begins earlier, with the last quarter of the life.
   *
   * @param value the time
   * @return this
   */
  public Oidc clockSkew(Duration value) {
    this.skew = notNegative(value);
    return this;
  }

  /**
   * Sets how long a person may take to sign in with the browser. 5 minutes if nothing is set.
   *
   * @param value the time
   * @return this
   */
  public Oidc signInTimeout(Duration value) {
    this.signInTimeout = notNegative(value);
    return this;
  }

  private static Duration notNegative(Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException("this time must not be negative");
    }
    return value;
  }

  /**
   * Sets the clock, for tests.
   *
   * @param value the clock
   * @return this
   */
  public Oidc clock(Clock value) {
    this.clock = Objects.requireNonNull(value, "clock");
    return this;
  }

  /**
   * Allows an authorization server on plain HTTP on another machine. Whoever can listen on the way
   * then has every secret and every token.
   *
   * @return this
   */
  public Oidc allowInsecureHttp() {
    this.insecureAllowed = true;
    return this;
  }

  /**
   * An application on its own behalf, without a person (RFC 6749 §4.4).
   *
   * @return the credentials, which the caller closes
   * @throws IllegalStateException if the client is public
   */
  public OidcCredentials clientCredentials() {
    if (authentication.equals(ClientAuthentication.none())) {
      throw new IllegalStateException(
          "a client on its own behalf must show who it is: by a secret, a key or a certificate");
    }
    return unattended(ClientCredentialsGrant::new);
  }

  /**
   * A person signs in with the browser of this machine (authorization code with PKCE, RFC 8252).
   *
   * @return the credentials, which the caller closes
   */
  public OidcCredentials signInWithBrowser() {
    return signInWithBrowser(SystemBrowser::open);
  }

  /**
   * A person signs in with the browser of this machine (authorization code with PKCE, RFC 8252).
   *
   * @param browser shows a page to the person; called on a thread of its own, once for each sign-in
   * @return the credentials, which the caller closes
   */
  public OidcCredentials signInWithBrowser(Consumer<URI> browser) {
    Objects.requireNonNull(browser, "browser");
    if (!scopes.contains("openid")) {
      scopes.add(0, "openid");
    }
    return session(stage -> new Code(stage.server(), browser, signInTimeout, stage.executor()));
  }

  /**
   * A person signs in on another device (RFC 8628): for programs without a browser.
   *
   * @param show shows the code to the person; called on a thread of its own, once for each sign-in
   * @return the credentials, which the caller closes
   */
  public OidcCredentials signInOnDevice(Consumer<DeviceCode> show) {
    Objects.requireNonNull(show, "show");
    return session(
        stage ->
            new Device(
                stage.server(),
                code ->
                    show.accept(
                        new DeviceCode(
                            code.userCode(), code.uri(), code.complete(), code.expires())),
                stage::pause));
  }

  /**
   * A session that was begun elsewhere.
   *
   * @param refreshToken its refresh token
   * @return the credentials, which the caller closes
   */
  public OidcCredentials refreshToken(String refreshToken) {
    Objects.requireNonNull(refreshToken, "refreshToken");
    return session(stage -> new GivenRefreshToken(stage.server(), () -> refreshToken));
  }

  /**
   * A back end that acts for its callers (RFC 8693).
   *
   * @return what exchanges their tokens, which the caller closes
   */
  public TokenExchange tokenExchange() {
    return tokenExchange(TokenExchange.REMEMBERED);
  }

  TokenExchange tokenExchange(int remembered) {
    return new TokenExchange(backstage(parameters), List.copyOf(audience), remembered);
  }

  /**
   * A person's password in the hands of a program (RFC 6749 §4.3). Kept for servers that offer
   * nothing else: OAuth 2.1 has removed it, it cannot do a second factor, and the program sees the
   * password.
   *
   * @param user the user's name
   * @param password gives the password; asked each time a session begins
   * @return the credentials, which the caller closes
   */
  public OidcCredentials legacyPassword(String user, Supplier<String> password) {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    return unattended(
        () -> new ResourceOwnerPasswordCredentialsGrant(user, new Secret(password.get())));
  }

  private OidcCredentials unattended(Supplier<AuthorizationGrant> grant) {
    Backstage backstage = backstage(parametersAndAudience());
    return credentials(backstage, new Unattended(backstage.server(), grant), Vault.NONE);
  }

  /** Of grants with a session: it belongs to a person, and can outlive the process. */
  private OidcCredentials session(Function<Backstage, TokenSource> source) {
    Backstage backstage = backstage(parametersAndAudience());
    Vault vault =
        tokenStore == null
            ? Vault.NONE
            : new StoredTokens(tokenStore, sessionKey(backstage.server().settings()));
    return credentials(backstage, source.apply(backstage), vault);
  }

  private OidcCredentials credentials(Backstage backstage, TokenSource source, Vault vault) {
    Settings settings = backstage.server().settings();
    TokenKeeper keeper =
        new TokenKeeper(source, vault, backstage.executor(), settings.clock(), settings.skew());
    return new OidcCredentials(keeper, backstage, revokeOnClose);
  }

  private Map<String, String> parametersAndAudience() {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (!audience.isEmpty()) {
      all.put("audience", String.join(" ", audience.stream().map(Audience::getValue).toList()));
    }
    return all;
  }

  // Tokens for another audience are others; a parameter may be secret, and a key is none.
  private static String sessionKey(Settings settings) {
    String key =
        String.join(
            " ",
            settings.issuer().getValue(),
            settings.client().getValue(),
            String.join(",", settings.scope().toStringList()));
    Map<String, String> parameters = new TreeMap<>(settings.parameters());
    return parameters.isEmpty()
        ? key
        : key + " " + ByteString.encodeUtf8(parameters.toString()).sha256().hex();
  }

  private Backstage backstage(Map<String, String> all) {
    if (client == null) {
      throw new IllegalStateException("name the client");
    }
    if (authentication.authenticator().byCertificate()
        && (tls == null || !tls.hasClientCertificate())
        && httpClient == null) {
      throw new IllegalStateException("there is no client certificate to be shown: set tls()");
    }
    OkHttpClient own = httpClient == null ? new OkHttpClient() : null;
    OkHttpClient base = own == null ? Objects.requireNonNull(httpClient) : own;
    OkHttpClient http =
        tls == null
            ? base
            : base.newBuilder()
                .sslSocketFactory(tls.context().getSocketFactory(), tls.trustManager())
                .build();
    Settings settings =
        new Settings(
            issuer,
            client,
            authentication.authenticator(),
            new Scope(scopes.toArray(String[]::new)),
            Map.copyOf(all),
            insecureAllowed,
            http,
            patience,
            skew,
            clock);
    return new Backstage(
        settings,
        () -> {
          if (own != null) {
            own.dispatcher().executorService().shutdown();
            own.connectionPool().evictAll();
          }
        });
  }

  /** Nothing of secrets. */
  @Override
  public String toString() {
    return "Oidc";
  }
}
