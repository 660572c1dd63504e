// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.it.orthanc.OrthancServer;
import io.github.dicomweb.it.orthanc.OrthancTest;
import io.github.dicomweb.oidc.ClientAuthentication;
import io.github.dicomweb.oidc.DeviceCode;
import io.github.dicomweb.oidc.EncryptedTokenFile;
import io.github.dicomweb.oidc.Oidc;
import io.github.dicomweb.oidc.OidcCredentials;
import io.github.dicomweb.oidc.TokenExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each grant, from the first line of a program to an answer of the archive. */
@KeycloakTest
@OrthancTest
class KeycloakGrantsTest {
  @TempDir private Path directory;

  private static void assertLetIn(Keycloak keycloak, OrthancServer orthanc, Credentials credentials)
      throws IOException {
    try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
        DicomWebClient client = Login.client(keycloak, proxy, credentials)) {
      assertThat(client.searchForStudies().execute()).isNotNull();
      assertThat(proxy.counters().accepted()).isEqualTo(1);
      assertThat(proxy.counters().refused()).isEmpty();
    }
  }

  @Test
  void clientCredentials_withASecret(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    try (OidcCredentials credentials =
        Login.withSecret(keycloak, Hospital.READER).clientCredentials()) {
      assertLetIn(keycloak, orthanc, credentials);
    }
  }

  @Test
  void clientCredentials_withTheSecretInTheBody(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    ClientAuthentication secret =
        ClientAuthentication.secretInBody(() -> Hospital.secret(Hospital.READER));
    try (OidcCredentials credentials =
        Login.of(keycloak).client(Hospital.READER, secret).clientCredentials()) {
      assertLetIn(keycloak, orthanc, credentials);
    }
  }

  @Test
  void clientCredentials_withAPrivateKey(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("key-1").keyUse(KeyUse.SIGNATURE).generate();
    keycloak.admin().registerKeys(Hospital.UPLOADER_JWT, new JWKSet(key.toPublicJWK()));
    ClientAuthentication signing = ClientAuthentication.privateKey(key.toPrivateKey(), "key-1");
    try (OidcCredentials credentials =
        Login.of(keycloak).client(Hospital.UPLOADER_JWT, signing).clientCredentials()) {
      assertLetIn(keycloak, orthanc, credentials);
      credentials.signIn();
      assertLetIn(keycloak, orthanc, credentials);
    }
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("key-1").generate();
    ClientAuthentication wrong = ClientAuthentication.privateKey(stranger.toPrivateKey(), "key-1");
    try (OidcCredentials credentials =
        Login.of(keycloak).client(Hospital.UPLOADER_JWT, wrong).clientCredentials()) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .matches(e -> e.reason() == Reason.REFUSED)
          .matches(e -> e.code().equals(java.util.Optional.of("invalid_client")));
    }
  }

  @Test
  void clientCredentials_boundToACertificate_areGoodWithThatCertificateOnly(
      Keycloak keycloak, OrthancServer orthanc) throws Exception {
    HeldCertificate held = keycloak.authority().client(Hospital.UPLOADER_MTLS);
    char[] password = "changeit".toCharArray();
    Path store = directory.resolve("uploader.p12");
    keycloak.authority().writeKeyStore(held, store, password);
    Tls tls =
        Tls.builder()
            .trust(List.of(keycloak.authority().trust().trustManager().getAcceptedIssuers()))
            .clientCertificate(store, password)
            .build();
    try (OidcCredentials credentials =
            Oidc.issuer(keycloak.issuer().toString())
                .client(Hospital.UPLOADER_MTLS, ClientAuthentication.certificate())
                .tls(tls)
                .clientCredentials();
        BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
        DicomWebClient with =
            DicomWebClient.builder(proxy.url()).tls(tls).credentials(credentials).build();
        DicomWebClient without = Login.client(keycloak, proxy, credentials)) {
      assertThat(with.searchForStudies().execute()).isNotNull();
      assertThatExceptionOfType(io.github.dicomweb.error.InvalidTokenException.class)
          .isThrownBy(() -> without.searchForStudies().execute());
      assertThat(proxy.counters().accepted()).isEqualTo(1);
    }
  }

  @Test
  void legacyPassword(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    try (OidcCredentials credentials =
        Login.of(keycloak)
            .client(Hospital.LEGACY)
            .legacyPassword(Hospital.READER1, () -> Hospital.password(Hospital.READER1))) {
      assertLetIn(keycloak, orthanc, credentials);
    }
    try (OidcCredentials credentials =
        Login.of(keycloak).client(Hospital.LEGACY).legacyPassword(Hospital.READER1, () -> "n0")) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .matches(e -> e.reason() == Reason.SIGN_IN_NEEDED);
    }
  }

  private static Consumer<java.net.URI> browser(Keycloak keycloak, String user) {
    return page -> {
      try {
        LoginPages.Landing landing =
            LoginPages.of(keycloak).signIn(page, user, Hospital.password(user));
        assertThat(landing.status()).isEqualTo(200);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Test
  void signInWithBrowser_andGoOnWithoutIt(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    Path file = directory.resolve("tokens");
    try (OidcCredentials credentials =
        Login.of(keycloak)
            .client(Hospital.VIEWER)
            .tokenStore(EncryptedTokenFile.withPassphrase(file, "correct horse"))
            .signInWithBrowser(browser(keycloak, Hospital.READER1))) {
      assertLetIn(keycloak, orthanc, credentials);
    }
    try (OidcCredentials credentials =
        Login.of(keycloak)
            .client(Hospital.VIEWER)
            .tokenStore(EncryptedTokenFile.withPassphrase(file, "correct horse"))
            .signInWithBrowser(
                page -> {
                  throw new IllegalStateException("nobody needs to sign in");
                })) {
      assertLetIn(keycloak, orthanc, credentials);
      credentials.signOut();
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .matches(e -> e.reason() == Reason.SIGN_IN_NEEDED);
    }
  }

  @Test
  void refreshToken_ofASessionBegunElsewhere(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    String refresh = RawTokens.of(keycloak).refreshTokenOfUser(Hospital.LEGACY, Hospital.READER1);
    try (OidcCredentials credentials =
        Login.of(keycloak).client(Hospital.LEGACY).refreshToken(refresh)) {
      assertLetIn(keycloak, orthanc, credentials);
    }
  }

  @Test
  void signInOnDevice(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    try (OidcCredentials credentials =
        Login.of(keycloak)
            .client(Hospital.TERMINAL)
            .signInOnDevice(code -> answer(keycloak, code, true))) {
      assertLetIn(keycloak, orthanc, credentials);
    }
  }

  @Test
  void signInOnDevice_refusedByThePerson_isNotGranted(Keycloak keycloak) {
    try (OidcCredentials credentials =
        Login.of(keycloak)
            .client(Hospital.TERMINAL)
            .signInOnDevice(code -> answer(keycloak, code, false))) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .matches(e -> e.reason() == Reason.NOT_GRANTED);
    }
  }

  private static void answer(Keycloak keycloak, DeviceCode code, boolean agrees) {
    String user = Hospital.READER1;
    LoginPages pages = LoginPages.of(keycloak);
    try {
      if (agrees) {
        pages.approveDevice(
            code.verificationUriComplete().orElseThrow(), user, Hospital.password(user));
      } else {
        pages.refuseDevice(
            code.verificationUriComplete().orElseThrow(), user, Hospital.password(user));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tokenExchange_forEachOfTwoCallers(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    RawTokens portal = RawTokens.of(keycloak);
    String reader = portal.ofUser(Hospital.PORTAL, Hospital.READER1);
    String guest = portal.ofUser(Hospital.PORTAL, Hospital.GUEST1);
    try (TokenExchange exchange =
            Login.withSecret(keycloak, Hospital.PLATFORM)
                .audience(Hospital.AUDIENCE)
                .tokenExchange();
        BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
        DicomWebClient archive = Login.client(keycloak, proxy, Credentials.none())) {
      assertThat(archive.withCredentials(exchange.onBehalfOf(reader)).searchForStudies().execute())
          .isNotNull();
      assertThatExceptionOfType(io.github.dicomweb.error.InvalidTokenException.class)
          .as("the token of the portal itself is not for the archive")
          .isThrownBy(
              () ->
                  archive
                      .withCredentials(Credentials.bearer(() -> reader))
                      .searchForStudies()
                      .execute());
      assertThatExceptionOfType(io.github.dicomweb.error.InsufficientScopeException.class)
          .as("what the archive shows is what the person may see")
          .isThrownBy(
              () ->
                  archive.withCredentials(exchange.onBehalfOf(guest)).searchForStudies().execute());
    }
  }
}
