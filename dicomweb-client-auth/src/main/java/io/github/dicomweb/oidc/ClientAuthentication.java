// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import io.github.dicomweb.oidc.internal.endpoint.Authenticator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How an application shows to the authorization server that it is the client it says (OpenID
 * Connect Core 1.0 §9). Immutable and thread-safe.
 */
public final class ClientAuthentication {
  private static final ClientAuthentication NONE =
      new ClientAuthentication("none", (client, issuer) -> null);

  private final String description;
  private final Authenticator authenticator;

  private ClientAuthentication(String description, Authenticator authenticator) {
    this.description = description;
    this.authenticator = authenticator;
  }

  Authenticator authenticator() {
    return authenticator;
  }

  /**
   * Nothing: a public client, such as a program on a person's machine, which cannot keep a secret.
   *
   * @return no authentication
   */
  public static ClientAuthentication none() {
    return NONE;
  }

  /**
   * A secret in the {@code Authorization} header: {@code client_secret_basic}.
   *
   * @param secret the secret
   * @return the authentication
   */
  public static ClientAuthentication secret(String secret) {
    Objects.requireNonNull(secret, "secret");
    return secret(() -> secret);
  }

  /**
   * A secret that may change, in the {@code Authorization} header: {@code client_secret_basic}.
   *
   * @param secret gives the secret as it is now
   * @return the authentication
   */
  public static ClientAuthentication secret(Supplier<String> secret) {
    Objects.requireNonNull(secret, "secret");
    return new ClientAuthentication(
        "client_secret_basic",
        (client, issuer) -> new ClientSecretBasic(client, new Secret(secret.get())));
  }

  /**
   * A secret in the body of the request: {@code client_secret_post}, for servers that want it
   * there.
   *
   * @param secret gives the secret as it is now
   * @return the authentication
   */
  public static ClientAuthentication secretInBody(Supplier<String> secret) {
    Objects.requireNonNull(secret, "secret");
    return new ClientAuthentication(
        "client_secret_post",
        (client, issuer) -> new ClientSecretPost(client, new Secret(secret.get())));
  }

  /**
   * A statement signed with a private key, made anew for each request: {@code private_key_jwt} (RFC
   * 7523). No secret leaves this machine. RSA keys sign with RS256, elliptic curves with the
   * algorithm of their curve.
   *
   * @param key the private key, RSA or EC
   * @param keyId what the server knows the key by, or null
   * @return the authentication
   * @throws IllegalArgumentException if the key is of another kind
   */
  public static ClientAuthentication privateKey(PrivateKey key, @Nullable String keyId) {
    JWSAlgorithm algorithm = algorithm(key);
    return new ClientAuthentication(
        "private_key_jwt", (client, issuer) -> assertion(client, issuer, algorithm, key, keyId));
  }

  private static PrivateKeyJWT assertion(
      ClientID client,
      Issuer issuer,
      JWSAlgorithm algorithm,
      PrivateKey key,
      @Nullable String keyId) {
    try {
      // The issuer as the only audience: a statement for a token end point could be used elsewhere.
      JWTAuthenticationClaimsSet claims =
          new JWTAuthenticationClaimsSet(client, new Audience(issuer.getValue()));
      return new PrivateKeyJWT(claims, algorithm, key, keyId, null);
    } catch (JOSEException e) {
      throw new IllegalStateException("the private key of the client cannot sign", e);
    }
  }

  private static JWSAlgorithm algorithm(PrivateKey key) {
    if (key instanceof ECPrivateKey curve) {
      return switch (curve.getParams().getOrder().bitLength()) {
        case 256 -> JWSAlgorithm.ES256;
        case 384 -> JWSAlgorithm.ES384;
        case 521 -> JWSAlgorithm.ES512;
        default -> throw new IllegalArgumentException("keys of this curve cannot sign");
      };
    }
    if (key.getAlgorithm().equals("RSA")) {
      return JWSAlgorithm.RS256;
    }
    throw new IllegalArgumentException("a private key must be RSA or EC");
  }

  /**
   * The client certificate of {@link Oidc#tls} (RFC 8705). Tokens got this way may be bound to the
   * certificate: then the client of the DICOMweb server must show the same one.
   *
   * @return the authentication
   */
  public static ClientAuthentication certificate() {
    return new ClientAuthentication("tls_client_auth", new ByCertificate());
  }

  private static final class ByCertificate implements Authenticator {
    @Override
    public com.nimbusds.oauth2.sdk.auth.ClientAuthentication authenticate(
        ClientID client, Issuer issuer) {
      // The connection shows the certificate; what is sent is the identifier.
      return new PKITLSClientAuthentication(client, (SSLSocketFactory) null);
    }

    @Override
    public boolean byCertificate() {
      return true;
    }
  }

  /** The name of the method: nothing of secrets. */
  @Override
  public String toString() {
    return description;
  }
}
