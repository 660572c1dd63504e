// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import io.github.dicomweb.cli.output.ProgressBar.Wanted;
import io.github.dicomweb.cli.run.Interrupts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that say which server is meant and how it is spoken to. Each may stand before the
 * command or behind it, and most may come from a named server of the configuration file.
 */
public abstract class ServerOptions {
  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private final Interrupts interrupts = new Interrupts();

  @Nullable
  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "The configuration file; ~/.config/dicomweb/config.toml otherwise.")
  Path config;

  @Nullable
  @Option(
      names = "--server",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description = "A server of the configuration file.")
  String server;

  @Option(
      names = "-v",
      scope = ScopeType.INHERIT,
      description = "Logs more on standard error; -vv and -vvv still more.")
  boolean[] verbose = new boolean[0];

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Says nothing but errors on standard error.")
  boolean quiet;

  @Option(
      names = "--no-progress",
      scope = ScopeType.INHERIT,
      description = "Shows no progress, on a terminal either.")
  boolean noProgress;

  @Option(
      names = "--url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "The base URL of all services.")
  void url(String value) {
    set("url", value);
  }

  @Option(
      names = "--qido-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "Another base URL for searches.")
  void qidoUrl(String value) {
    set("qido-url", value);
  }

  @Option(
      names = "--wado-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "Another base URL for retrievals.")
  void wadoUrl(String value) {
    set("wado-url", value);
  }

  @Option(
      names = "--stow-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "Another base URL for stores.")
  void stowUrl(String value) {
    set("stow-url", value);
  }

  @Option(
      names = "--ups-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "Another base URL for worklists.")
  void upsUrl(String value) {
    set("ups-url", value);
  }

  @Option(
      names = "--wado-uri-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "The URL of WADO-URI.")
  void wadoUriUrl(String value) {
    set("wado-uri-url", value);
  }

  @Option(
      names = "--profile",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description =
          "What server it is: standard, orthanc, dcm4chee, google, azure, aws, static; auto finds"
              + " out first.")
  void profile(String value) {
    set("profile", value);
  }

  @Option(
      names = "--header",
      scope = ScopeType.INHERIT,
      paramLabel = "'NAME: VALUE'",
      description = "A header of each request; may be repeated. No place for secrets.")
  void header(List<String> values) {
    given.put("header", List.copyOf(values));
  }

  @Option(
      names = "--connect-timeout",
      scope = ScopeType.INHERIT,
      paramLabel = "TIME",
      description = "How long connecting may take, such as 10s.")
  void connectTimeout(String value) {
    set("connect-timeout", value);
  }

  @Option(
      names = "--stall-timeout",
      scope = ScopeType.INHERIT,
      paramLabel = "TIME",
      description = "How long a transfer may stand still.")
  void stallTimeout(String value) {
    set("stall-timeout", value);
  }

  @Option(
      names = "--timeout",
      scope = ScopeType.INHERIT,
      paramLabel = "TIME",
      description = "How long each request may take as a whole.")
  void timeout(String value) {
    set("timeout", value);
  }

  @Option(
      names = "--retries",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      description =
          "How often a request is repeated that failed in passing and may be repeated: one that"
              + " changes nothing, or of which the server saw nothing.")
  void retries(String value) {
    set("retries", value);
  }

  @Option(
      names = "--strict",
      scope = ScopeType.INHERIT,
      description = "Makes an error of what is tolerated otherwise.")
  void strict(boolean value) {
    set("strict", Boolean.toString(value));
  }

  @Option(
      names = "--insecure-http",
      scope = ScopeType.INHERIT,
      description = "Allows credentials over plain HTTP to another host.")
  void insecureHttp(boolean value) {
    set("insecure-http", Boolean.toString(value));
  }

  @Option(
      names = "--ca",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Certificates that are trusted as well, PEM.")
  void ca(String value) {
    set("ca", value);
  }

  @Option(
      names = "--client-cert",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "The key store with the client certificate, PKCS#12.")
  void clientCert(String value) {
    set("client-cert", value);
  }

  @Option(
      names = "--client-cert-password-env",
      scope = ScopeType.INHERIT,
      paramLabel = "VAR",
      description = "The environment variable with its password.")
  void clientCertPasswordEnv(String value) {
    set("client-cert-password-env", value);
  }

  @Option(
      names = "--user",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description = "Who you are, for HTTP Basic.")
  void user(String value) {
    set("user", value);
  }

  @Option(
      names = "--password-env",
      scope = ScopeType.INHERIT,
      paramLabel = "VAR",
      description = "The environment variable with the password; a terminal is asked otherwise.")
  void passwordEnv(String value) {
    set("password-env", value);
  }

  @Option(
      names = "--token-env",
      scope = ScopeType.INHERIT,
      paramLabel = "VAR",
      description = "The environment variable with a bearer token.")
  void tokenEnv(String value) {
    set("token-env", value);
  }

  @Option(
      names = "--token-file",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "A file with a bearer token, read again when it is refused.")
  void tokenFile(String value) {
    set("token-file", value);
  }

  @Option(
      names = "--oidc-issuer",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "The OpenID Connect provider that issues tokens.")
  void oidcIssuer(String value) {
    set("oidc-issuer", value);
  }

  @Option(
      names = "--oidc-client",
      scope = ScopeType.INHERIT,
      paramLabel = "ID",
      description = "The client that it knows this program as.")
  void oidcClient(String value) {
    set("oidc-client", value);
  }

  @Option(
      names = "--oidc-secret-env",
      scope = ScopeType.INHERIT,
      paramLabel = "VAR",
      description = "The environment variable with the secret of the client.")
  void oidcSecretEnv(String value) {
    set("oidc-secret-env", value);
  }

  @Option(
      names = "--oidc-scope",
      scope = ScopeType.INHERIT,
      paramLabel = "SCOPES",
      description = "The scopes, separated by blanks.")
  void oidcScope(String value) {
    set("oidc-scope", value);
  }

  @Option(
      names = "--oidc-grant",
      scope = ScopeType.INHERIT,
      paramLabel = "GRANT",
      description = "client_credentials, device (a person signs in on another device) or browser.")
  void oidcGrant(String value) {
    set("oidc-grant", value);
  }

  @Option(
      names = "--oidc-passphrase-env",
      scope = ScopeType.INHERIT,
      paramLabel = "VAR",
      description =
          "The environment variable with the passphrase of the encrypted file that keeps sessions"
              + " between commands; DICOMWEB_TOKEN_PASSPHRASE otherwise, and no file without it.")
  void oidcPassphraseEnv(String value) {
    set("oidc-passphrase-env", value);
  }

  private void set(String name, String value) {
    given.put(name, List.of(value));
  }

  /**
   * The settings of the server that is meant: the options, and below them the named server.
   *
   * @return the settings
   */
  public Settings settings() {
    if (server == null) {
      return new Settings(given, Map.of());
    }
    return new Settings(given, ConfigFile.at(config).server(server));
  }

  /**
   * The options as they were given.
   *
   * @return option names and values
   */
  public Map<String, List<String>> given() {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    given.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
    return copy;
  }

  /**
   * The name of the server.
   *
   * @return the name, or null
   */
  public @Nullable String serverName() {
    return server;
  }

  /**
   * The configuration file.
   *
   * @return the file, which need not be there
   */
  public ConfigFile configFile() {
    return ConfigFile.at(config);
  }

  /**
   * Whether nothing but errors is said.
   *
   * @return true if so
   */
  public boolean quiet() {
    return quiet;
  }

  /**
   * How much is logged.
   *
   * @return how often -v was given
   */
  public int verbosity() {
    return verbose.length;
  }

  /**
   * Whether progress is wanted.
   *
   * @return unless somebody objected
   */
  public Wanted progress() {
    return quiet || noProgress ? Wanted.NO : Wanted.YES;
  }

  /**
   * What Ctrl-C reaches.
   *
   * @return the same at each call
   */
  public Interrupts interrupts() {
    return interrupts;
  }
}
