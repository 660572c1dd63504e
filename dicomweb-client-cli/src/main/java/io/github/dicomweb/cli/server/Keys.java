// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cli.output.Notes;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.oidc.ClientAuthentication;
import io.github.dicomweb.oidc.EncryptedTokenFile;
import io.github.dicomweb.oidc.Oidc;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials and certificates. Secrets come from the environment, from files and from a person at
 * a terminal, and never from an argument, which everybody on the machine can see.
 */
final class Keys {
  private static final List<String> KINDS =
      List.of("user", "token-env", "token-file", "oidc-issuer");
  private static final String PASSPHRASE = "DICOMWEB_TOKEN_PASSPHRASE";

  private final Settings settings;

  Keys(Settings settings) {
    this.settings = settings;
  }

  /** What the options name counts before what the configuration does. */
  private Optional<String> kind() {
    List<String> named = KINDS.stream().filter(settings::given).toList();
    if (named.isEmpty()) {
      named = KINDS.stream().filter(kind -> settings.text(kind).isPresent()).toList();
    }
    if (named.size() > 1) {
      throw new UsageException("credentials of several kinds: --" + String.join(" and --", named));
    }
    return named.stream().findFirst();
  }

  Credentials credentials(@Nullable Tls tls) {
    Optional<String> kind = kind();
    if (kind.isEmpty()) {
      return Credentials.none();
    }
    String value = settings.text(kind.get()).orElseThrow();
    return switch (kind.get()) {
      case "user" -> Credentials.basic(value, password());
      case "token-env" -> {
        String token = settings.secret("token-env").orElseThrow().strip();
        yield Credentials.bearer(() -> token);
      }
      case "token-file" -> {
        Path file = Path.of(value);
        token(file);
        yield Credentials.bearer(() -> token(file));
      }
      default -> oidc(value, tls);
    };
  }

  private String password() {
    return settings.secret("password-env").orElseGet(() -> asked("Password: ", "--password-env"));
  }

  @SuppressWarnings("SystemConsoleNull") // of no terminal, the answer is null or comes from a pipe
  private static String asked(String question, String instead) {
    Console console = System.console();
    char[] answer = console == null ? null : console.readPassword("%s", question);
    if (answer == null) {
      throw new UsageException("there is nobody to ask for a secret: use " + instead);
    }
    return new String(answer);
  }

  private static String token(Path file) {
    try {
      String token = Files.readString(file).strip();
      if (token.isEmpty()) {
        throw new UsageException("the token file is empty");
      }
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Credentials oidc(String issuer, @Nullable Tls tls) {
    String client =
        settings
            .text("oidc-client")
            .orElseThrow(() -> new UsageException("--oidc-issuer needs --oidc-client"));
    Optional<String> secret = settings.secret("oidc-secret-env");
    Oidc oidc =
        Oidc.issuer(issuer)
            .client(
                client,
                secret.map(ClientAuthentication::secret).orElse(ClientAuthentication.none()));
    settings.text("oidc-scope").ifPresent(scopes -> oidc.scope(scopes.strip().split(" +", -1)));
    if (tls != null) {
      oidc.tls(tls);
    }
    if (settings.on("insecure-http")) {
      oidc.allowInsecureHttp();
    }
    String grant =
        settings.text("oidc-grant").orElse(secret.isPresent() ? "client_credentials" : "device");
    if (!grant.equals("client_credentials")) {
      passphrase().ifPresent(phrase -> oidc.tokenStore(store(phrase)));
    }
    return switch (grant) {
      case "client_credentials" -> oidc.clientCredentials();
      case "browser" -> oidc.signInWithBrowser();
      case "device" ->
          oidc.signInOnDevice(
              code ->
                  Notes.say(
                      "to sign in, open "
                          + code.verificationUri()
                          + " and enter "
                          + code.userCode()));
      default -> throw new UsageException("--oidc-grant is client_credentials, device or browser");
    };
  }

  private Optional<String> passphrase() {
    Optional<String> named = settings.secret("oidc-passphrase-env");
    return named.isPresent()
        ? named
        : Optional.ofNullable(System.getenv(PASSPHRASE)).filter(phrase -> !phrase.isEmpty());
  }

  private static EncryptedTokenFile store(String passphrase) {
    Path file = ConfigFile.directory().resolve("tokens");
    try {
      Files.createDirectories(ConfigFile.directory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return EncryptedTokenFile.withPassphrase(file, passphrase);
  }

  @Nullable Tls tls() {
    Optional<String> ca = settings.text("ca");
    Optional<String> certificate = settings.text("client-cert");
    if (ca.isEmpty() && certificate.isEmpty()) {
      return null;
    }
    try {
      Tls.Builder tls = Tls.builder();
      if (ca.isPresent()) {
        tls.trust(Path.of(ca.get()));
      }
      if (certificate.isPresent()) {
        String password =
            settings
                .secret("client-cert-password-env")
                .orElseGet(
                    () -> asked("Password of the certificate: ", "--client-cert-password-env"));
        tls.clientCertificate(Path.of(certificate.get()), password.toCharArray());
      }
      return tls.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
