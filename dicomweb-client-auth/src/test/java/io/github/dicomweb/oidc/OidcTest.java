// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.github.dicomweb.oidc.LoginServer.Asked;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked for in each unattended grant, and how a client shows who it is. */
class OidcTest {
  @RegisterExtension final LoginServer login = new LoginServer();

  private Asked asked(OidcCredentials credentials) {
    try (credentials) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
    return login.only();
  }

  @Test
  void clientCredentials_withASecret_isAskedAsTheStandardSays() {
    Asked asked = asked(login.oidc().scope("dicom", "read").clientCredentials());
    assertThat(asked.path()).isEqualTo("/token");
    assertThat(asked.form())
        .isEqualTo(Map.of("grant_type", "client_credentials", "scope", "dicom read"));
    // "platform:s3cret"
    assertThat(asked.authorization()).isEqualTo("Basic cGxhdGZvcm06czNjcmV0");
    assertThat(login.discoveries()).isEqualTo(1);
  }

  @Test
  void secret_withOddCharacters_isEncodedForTheHeader() {
    Asked asked =
        asked(
            Oidc.issuer(login.issuer())
                .client("a:b", ClientAuthentication.secret("ü +&%"))
                .clientCredentials());
    // "a%3Ab:%C3%BC+%2B%26%25": form-encoded first (RFC 6749 §2.3.1)
    assertThat(asked.authorization()).isEqualTo("Basic YSUzQWI6JUMzJUJDKyUyQiUyNiUyNQ==");
  }

  @Test
  void secretInBody_isSentThere() {
    AtomicInteger rotation = new AtomicInteger();
    ClientAuthentication secret =
        ClientAuthentication.secretInBody(() -> "s" + rotation.incrementAndGet());
    Asked asked = asked(Oidc.issuer(login.issuer()).client("platform", secret).clientCredentials());
    assertThat(asked.authorization()).isNull();
    assertThat(asked.form())
        .containsEntry("client_id", "platform")
        .containsEntry("client_secret", "s1");
  }

  @Test
  void privateKey_signsAStatementForEachRequest() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    KeyPair pair = rsa.generateKeyPair();
    Set<String> ids = new HashSet<>();
    try (OidcCredentials credentials =
        Oidc.issuer(login.lifetime(0).issuer())
            .client("platform", ClientAuthentication.privateKey(pair.getPrivate(), "key-1"))
            .clientCredentials()) {
      credentials.signIn();
      credentials.signIn();
    }
    assertThat(login.asked()).hasSize(2);
    for (Asked asked : login.asked()) {
      assertThat(asked.authorization()).isNull();
      assertThat(asked.form())
          .containsEntry(
              "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      SignedJWT statement = SignedJWT.parse(asked.form().get("client_assertion"));
      assertThat(statement.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic()))).isTrue();
      assertThat(statement.getHeader().getKeyID()).isEqualTo("key-1");
      assertThat(statement.getJWTClaimsSet().getIssuer()).isEqualTo("platform");
      assertThat(statement.getJWTClaimsSet().getSubject()).isEqualTo("platform");
      assertThat(statement.getJWTClaimsSet().getAudience()).containsExactly(login.issuer());
      ids.add(statement.getJWTClaimsSet().getJWTID());
    }
    assertThat(ids).as("no statement is used twice").hasSize(2);
  }

  @Test
  void privateKey_ofACurve_signsWithTheAlgorithmOfTheCurve() throws Exception {
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair pair = curve.generateKeyPair();
    Asked asked =
        asked(
            Oidc.issuer(login.issuer())
                .client("platform", ClientAuthentication.privateKey(pair.getPrivate(), null))
                .clientCredentials());
    SignedJWT statement = SignedJWT.parse(asked.form().get("client_assertion"));
    assertThat(statement.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES384);
    assertThat(statement.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic()))).isTrue();
  }

  @Test
  void privateKey_ofAnotherKind_isRefused() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientAuthentication.privateKey(pair.getPrivate(), null))
        .withMessage("a private key must be RSA or EC");
  }

  @Test
  void legacyPassword_isAskedAsTheStandardSays() {
    Asked asked =
        asked(
            Oidc.issuer(login.issuer())
                .client("old")
                .legacyPassword("radiologist", () -> "pässword"));
    assertThat(asked.form())
        .isEqualTo(
            Map.of(
                "grant_type", "password",
                "username", "radiologist",
                "password", "pässword",
                "client_id", "old"));
  }

  @Test
  void refreshToken_givenByTheApplication_isKeptWhereTheServerDoesNotRotate() {
    ManualClock clock = new ManualClock();
    try (OidcCredentials credentials =
        Oidc.issuer(login.issuer()).client("viewer").clock(clock).refreshToken("r0")) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
      clock.forward(java.time.Duration.ofSeconds(60));
      assertThat(credentials.accessToken()).isEqualTo("t2");
    }
    assertThat(login.asked())
        .extracting(Asked::form)
        .containsOnly(
            Map.of("grant_type", "refresh_token", "refresh_token", "r0", "client_id", "viewer"));
  }

  @Test
  void audienceAndParameters_areSent() {
    Asked asked =
        asked(login.oidc().audience("archive").parameter("tenant", "north").clientCredentials());
    assertThat(asked.form()).containsEntry("audience", "archive").containsEntry("tenant", "north");
  }

  @Test
  void certificate_withoutOne_isRefusedWhenBuilt() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Oidc.issuer(login.issuer())
                    .client("platform", ClientAuthentication.certificate())
                    .clientCredentials())
        .withMessageContaining("set tls()");
  }

  @Test
  void clientCredentials_ofAPublicClient_areRefusedWhenBuilt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Oidc.issuer(login.issuer()).client("viewer").clientCredentials())
        .withMessageContaining("must show who it is");
  }

  @Test
  void client_unnamed_isRefusedWhenBuilt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Oidc.issuer(login.issuer()).signInWithBrowser());
  }

  @Test
  void issuer_thatIsNone_isRefused() {
    for (String url : new String[] {"", "login", "ftp://x/y", "https://x/y?z=1", "https://x#y"}) {
      assertThatIllegalArgumentException().as(url).isThrownBy(() -> Oidc.issuer(url));
    }
  }

  @Test
  void close_withRevocation_endsTheSessionAtTheServer() {
    OidcCredentials credentials =
        login.withRefreshTokens().oidc().revokeOnClose().clientCredentials();
    assertThat(credentials.accessToken()).isEqualTo("t1");
    credentials.close();
    Asked last = login.asked().get(1);
    assertThat(last.path()).isEqualTo("/revoke");
    assertThat(last.form()).containsEntry("token", "r1");
    assertThat(last.authorization()).startsWith("Basic ");
    assertThatExceptionOfType(io.github.dicomweb.error.CredentialsException.class)
        .isThrownBy(credentials::accessToken);
  }

  @Test
  void close_whenRevocationFails_saysSoAndIsClosed() {
    OidcCredentials credentials = login.oidc().revokeOnClose().clientCredentials();
    assertThat(credentials.accessToken()).isEqualTo("t1");
    login.next(LoginServer.error(400, "unsupported_token_type"));
    assertThatExceptionOfType(io.github.dicomweb.error.CredentialsException.class)
        .isThrownBy(credentials::close)
        .withMessageContaining("unsupported_token_type");
    assertThatExceptionOfType(io.github.dicomweb.error.CredentialsException.class)
        .isThrownBy(credentials::accessToken);
  }

  @Test
  void expiresAt_isWhatTheServerSaid() {
    ManualClock clock = new ManualClock();
    try (OidcCredentials credentials = login.oidc().clock(clock).clientCredentials()) {
      assertThat(credentials.expiresAt()).isEmpty();
      credentials.signIn();
      assertThat(credentials.expiresAt()).contains(clock.instant().plusSeconds(60));
    }
  }
}
