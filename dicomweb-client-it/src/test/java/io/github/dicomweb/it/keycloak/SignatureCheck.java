// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

/** Checks by the realm's keys; a session that was ended is not seen until the token expires. */
final class SignatureCheck implements TokenCheck {
  private static final int LONGEST_MILLIS = 10_000;
  private static final int LARGEST = 64 * 1024;

  private final DefaultJWTProcessor<SecurityContext> processor;
  private final String issuer;

  private SignatureCheck(DefaultJWTProcessor<SecurityContext> processor, String issuer) {
    this.processor = processor;
    this.issuer = issuer;
  }

  static SignatureCheck of(Keycloak keycloak) {
    DefaultResourceRetriever http =
        new DefaultResourceRetriever(
            LONGEST_MILLIS,
            LONGEST_MILLIS,
            LARGEST,
            true,
            keycloak.authority().trust().sslSocketFactory());
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    try {
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              JWSAlgorithm.RS256,
              JWKSourceBuilder.create(keycloak.internal("certs").toURL(), http).build()));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
    // The claims are checked by us: without leeway, and so that each has a refusal of its own.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return new SignatureCheck(processor, keycloak.issuer().toString());
  }

  @Override
  public Accepted check(String token) throws RefusedException, IOException {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      Date expires = claims.getExpirationTime();
      if (expires == null || !Instant.now().isBefore(expires.toInstant())) {
        throw new RefusedException(Refusal.EXPIRED);
      }
      return TokenClaims.accepted(claims, issuer);
    } catch (ParseException e) {
      throw new RefusedException(Refusal.MALFORMED);
    } catch (BadJWSException e) {
      throw new RefusedException(Refusal.SIGNATURE);
    } catch (KeySourceException e) {
      throw new IOException("the keys of the realm are not to be had", e);
    } catch (BadJOSEException | JOSEException e) {
      throw new RefusedException(Refusal.MALFORMED);
    }
  }
}
