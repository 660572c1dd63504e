// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dicomweb.config.Tls;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client certificate in place of a secret (RFC 8705), and a private authority. */
class CertificateTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().commonName("Hospital CA").certificateAuthority(0).build();
  private static final HeldCertificate SERVER =
      new HeldCertificate.Builder()
          .signedBy(AUTHORITY)
          .addSubjectAlternativeName("localhost")
          .build();
  private static final HeldCertificate PLATFORM =
      new HeldCertificate.Builder().signedBy(AUTHORITY).commonName("platform").build();

  @RegisterExtension
  final LoginServer login =
      new LoginServer(
          new HandshakeCertificates.Builder()
              .heldCertificate(SERVER)
              .addTrustedCertificate(AUTHORITY.certificate())
              .build());

  private static Tls tls() throws Exception {
    char[] password = "p4ssw0rd".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "platform",
        PLATFORM.keyPair().getPrivate(),
        password,
        new Certificate[] {PLATFORM.certificate(), AUTHORITY.certificate()});
    return Tls.builder()
        .trust(List.of(AUTHORITY.certificate()))
        .clientCertificate(store, password)
        .build();
  }

  @Test
  void certificate_standsForASecret() throws Exception {
    try (OidcCredentials credentials =
        Oidc.issuer(login.issuer())
            .client("platform", ClientAuthentication.certificate())
            .tls(tls())
            .clientCredentials()) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
    assertThat(login.only().certificates()).first().isEqualTo(PLATFORM.certificate());
    assertThat(login.only().authorization()).isNull();
    assertThat(login.only().form())
        .isEqualTo(Map.of("grant_type", "client_credentials", "client_id", "platform"));
  }

  @Test
  void endPointsForCertificates_areUsedWhereThereAreSome() throws Exception {
    login.metadata(
        metadata -> {
          Map<String, String> changed = new LinkedHashMap<>(metadata);
          changed.put(
              "mtls_endpoint_aliases",
              "{\"token_endpoint\":\"" + login.origin() + "/mtls/token\"}");
          return changed;
        });
    try (OidcCredentials credentials =
        Oidc.issuer(login.issuer())
            .client("platform", ClientAuthentication.certificate())
            .tls(tls())
            .clientCredentials()) {
      credentials.signIn();
      credentials.signOut();
    }
    assertThat(login.asked())
        .extracting(LoginServer.Asked::path)
        .containsExactly("/mtls/token", "/revoke");
  }

  @Test
  void serverOfAPrivateAuthority_withoutIt_isNotTrusted() {
    try (OidcCredentials credentials =
        login.oidc().patience(Duration.ofSeconds(20)).clientCredentials()) {
      CredentialsException failure =
          catchThrowableOfType(CredentialsException.class, credentials::accessToken);
      assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(failure).hasMessageContaining("is its certificate trusted?");
    }
    assertThat(login.asked()).isEmpty();
    assertThat(login.discoveries()).isZero();
  }
}
