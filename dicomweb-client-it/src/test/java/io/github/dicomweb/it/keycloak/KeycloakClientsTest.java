// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** What the realm gives to programs, each by its way to authenticate. */
@KeycloakTest
class KeycloakClientsTest {
  private static final ClientCredentialsGrant GRANT = new ClientCredentialsGrant();

  @Test
  void token_forASecretInAHeader_isForTheArchiveAndLivesTwentySeconds(Keycloak keycloak)
      throws Exception {
    JWTClaimsSet claims = RawTokens.claims(RawTokens.of(keycloak).ofClient(Hospital.UPLOADER));

    assertThat(claims.getIssuer()).isEqualTo(keycloak.issuer().toString());
    assertThat(claims.getAudience()).containsExactly(Hospital.AUDIENCE);
    assertThat(TokenClaims.roles(claims)).containsExactlyInAnyOrder(Hospital.READ, Hospital.WRITE);
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Hospital.TOKEN_LIFESPAN);
  }

  @Test
  void token_forASecretInTheBody_isTheSame(Keycloak keycloak) throws Exception {
    RawTokens raw = RawTokens.of(keycloak);
    ClientSecretPost post =
        new ClientSecretPost(
            new ClientID(Hospital.READER), new Secret(Hospital.secret(Hospital.READER)));

    JWTClaimsSet claims = RawTokens.claims(raw.accessToken(raw.request(post, GRANT)));

    assertThat(claims.getAudience()).containsExactly(Hospital.AUDIENCE);
    assertThat(TokenClaims.roles(claims)).containsExactly(Hospital.READ);
  }

  @Test
  void token_forAWrongSecret_isRefused(Keycloak keycloak) throws Exception {
    RawTokens raw = RawTokens.of(keycloak);
    ClientSecretPost wrong =
        new ClientSecretPost(new ClientID(Hospital.READER), new Secret("not-the-secret"));

    assertRefused(raw.send(raw.request(wrong, GRANT)), "unauthorized_client");
  }

  @Test
  void token_forAnotherProgram_isForNobodyWeKnow(Keycloak keycloak) throws Exception {
    JWTClaimsSet claims = RawTokens.claims(RawTokens.of(keycloak).ofClient(Hospital.STRANGER));

    assertThat(claims.getAudience()).isEmpty();
    assertThat(TokenClaims.roles(claims)).contains(Hospital.READ, Hospital.WRITE);
  }

  @Test
  void token_forASignedAssertion_needsTheKeyThatIsRegisteredNow(Keycloak keycloak)
      throws Exception {
    RawTokens raw = RawTokens.of(keycloak);
    RSAKey first = key();
    RSAKey second = key();

    keycloak.admin().registerKeys(Hospital.UPLOADER_JWT, new JWKSet(first));
    assertThat(RawTokens.claims(raw.accessToken(signed(keycloak, first))).getAudience())
        .containsExactly(Hospital.AUDIENCE);
    assertRefused(raw.send(signed(keycloak, second)), "invalid_client");

    keycloak.admin().registerKeys(Hospital.UPLOADER_JWT, new JWKSet(List.of(second)));
    assertThat(RawTokens.claims(raw.accessToken(signed(keycloak, second))).getAudience())
        .containsExactly(Hospital.AUDIENCE);
    assertRefused(raw.send(signed(keycloak, first)), "invalid_client");
  }

  @Test
  void token_forACertificate_isBoundToIt(Keycloak keycloak) throws Exception {
    HeldCertificate own = keycloak.authority().client(Hospital.UPLOADER_MTLS);
    SSLSocketFactory sockets = keycloak.authority().with(own).sslSocketFactory();
    RawTokens raw = RawTokens.of(keycloak).over(sockets);

    JWTClaimsSet claims = RawTokens.claims(raw.accessToken(mutual(raw, sockets)));

    assertThat(claims.getJSONObjectClaim("cnf"))
        .isEqualTo(Map.of("x5t#S256", ProxyCounters.digest(own.certificate().getEncoded())));
  }

  @Test
  void token_forACertificateOfAnotherName_isRefused(Keycloak keycloak) throws Exception {
    HeldCertificate other = keycloak.authority().client("somebody-else");
    SSLSocketFactory sockets = keycloak.authority().with(other).sslSocketFactory();
    RawTokens raw = RawTokens.of(keycloak).over(sockets);

    assertRefused(raw.send(mutual(raw, sockets)), "invalid_client");
  }

  private static void assertRefused(TokenResponse answer, String error) {
    assertThat(answer.indicatesSuccess()).isFalse();
    assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo(error);
  }

  private static TokenRequest mutual(RawTokens raw, SSLSocketFactory sockets) {
    return raw.request(
        new PKITLSClientAuthentication(new ClientID(Hospital.UPLOADER_MTLS), sockets), GRANT);
  }

  private static TokenRequest signed(Keycloak keycloak, RSAKey key)
      throws IOException, JOSEException {
    PrivateKeyJWT assertion =
        new PrivateKeyJWT(
            new ClientID(Hospital.UPLOADER_JWT),
            keycloak.issuer(),
            JWSAlgorithm.RS256,
            key.toPrivateKey(),
            key.getKeyID(),
            null);
    return RawTokens.of(keycloak).request(assertion, GRANT);
  }

  private static RSAKey key() throws JOSEException {
    return new RSAKeyGenerator(2048)
        .keyID(UUID.randomUUID().toString())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .generate();
  }
}
