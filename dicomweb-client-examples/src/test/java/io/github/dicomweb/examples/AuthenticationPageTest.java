// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.InsufficientScopeException;
import io.github.dicomweb.error.InvalidTokenException;
import io.github.dicomweb.oidc.ClientAuthentication;
import io.github.dicomweb.oidc.EncryptedTokenFile;
import io.github.dicomweb.oidc.Oidc;
import io.github.dicomweb.oidc.OidcCredentials;
import io.github.dicomweb.oidc.TokenExchange;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/authentication.md; {@link DocumentedCodeTest} checks that it stands there. */
class AuthenticationPageTest {
  private final Supplier<String> secret = new AtomicReference<>("s3cret")::get;
  private final String issuer = "http://localhost:1/realms/hospital";
  @TempDir Path directory = Path.of("");

  private String tokenOfThePerson() {
    return "a-token";
  }

  @Test
  void oneLine_isALine() {
    try (OidcCredentials credentials =
            Oidc.issuer(issuer)
                .client("research-platform", ClientAuthentication.secret(secret))
                .clientCredentials();
        DicomWebTestServer server = DicomWebTestServer.start();
        DicomWebClient client =
            DicomWebClient.builder(server.baseUrl()).credentials(credentials).build()) {
      assertThat(client).isNotNull();
    }
  }

  @Test
  void otherWaysToShowWhoOneIs_areBuilt() throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    Oidc oidc = Oidc.issuer(issuer);
    oidc.client("research-platform", ClientAuthentication.secretInBody(secret));
    oidc.client("research-platform", ClientAuthentication.privateKey(key, "key-2026"));
    assertThat(oidc).isNotNull();
  }

  @Test
  void nonOidc_isBuilt() throws IOException {
    java.nio.file.Files.writeString(
        directory.resolve("hospital-ca.pem"),
        new HeldCertificate.Builder().certificateAuthority(0).build().certificatePem());
    Path authorities = directory.resolve("hospital-ca.pem");
    Tls tls = Tls.builder().trust(authorities).build();
    try (DicomWebClient client =
        DicomWebClient.builder("https://pacs.example.org/dicom-web")
            .tls(tls)
            .credentials(Credentials.basic("reader", secret.get()))
            .credentials("https://bulk.example.org", Credentials.apiKey("X-Api-Key", secret))
            .build()) {
      assertThat(client).isNotNull();
    }
  }

  @Test
  void acting_forACaller_isBuilt() {
    try (DicomWebTestServer server = DicomWebTestServer.start().requireBearer("a-token");
        DicomWebClient archive = DicomWebClient.builder(server.baseUrl()).build()) {
      Credentials caller = Credentials.bearer(this::tokenOfThePerson);
      try (DicomWebClient forCaller = archive.withCredentials(caller)) {
        forCaller.searchForStudies().execute();
      }
      try (TokenExchange exchange =
          Oidc.issuer(issuer)
              .client("platform", ClientAuthentication.secret(secret))
              .audience("archive")
              .tokenExchange()) {
        Credentials exchanged = exchange.onBehalfOf(tokenOfThePerson());
        assertThat(archive.withCredentials(exchanged)).isNotNull();
      }
    }
  }

  @Test
  void session_thatOutlivesTheProcess_isBuilt() {
    String passphrase = secret.get();
    Path file = directory.resolve("tokens");
    try (OidcCredentials credentials =
        Oidc.issuer(issuer)
            .client("viewer")
            .scope("offline_access")
            .tokenStore(EncryptedTokenFile.withPassphrase(file, passphrase))
            .signInWithBrowser()) {
      assertThat(credentials.expiresAt()).isEmpty();
    }
  }

  @Test
  void failures_areToldApart() {
    try (DicomWebTestServer server = DicomWebTestServer.start().requireBearer("another");
        DicomWebClient client =
            DicomWebClient.builder(server.baseUrl())
                .credentials(Credentials.bearer(this::tokenOfThePerson))
                .build()) {
      assertThat(advice(client)).isEqualTo("sign in again");
    }
  }

  private static String advice(DicomWebClient client) {
    try {
      client.searchForStudies().execute();
      return "done";
    } catch (CredentialsException e) {
      return switch (e.reason()) {
        case SIGN_IN_NEEDED, NOT_GRANTED -> "sign in again";
        case UNAVAILABLE -> "try again later";
        case REFUSED, MALFORMED -> "look at the configuration: " + e.getMessage();
        case CANCELLED -> "as you wish";
      };
    } catch (InsufficientScopeException e) {
      return "ask for these rights: " + e.requiredScopes();
    } catch (InvalidTokenException e) {
      return "sign in again";
    }
  }

  @Test
  void own_credentials_areAFewLines() {
    Credentials own =
        new Credentials() {
          @Override
          public Map<String, String> headers(Target target) {
            return Map.of("X-Gateway-Ticket", secret.get());
          }
        };
    assertThat(own.renew(new Credentials.Refusal(target(), Map.of(), java.util.List.of())))
        .isFalse();
  }

  private static Credentials.Target target() {
    return new Credentials.Target("GET", java.net.URI.create("https://pacs.example.org/x"));
  }
}
