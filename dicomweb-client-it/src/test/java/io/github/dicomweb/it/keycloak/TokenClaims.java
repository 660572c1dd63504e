// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What both checks want of the claims. */
final class TokenClaims {
  private TokenClaims() {}

  static TokenCheck.Accepted accepted(JWTClaimsSet claims, String issuer)
      throws RefusedException, ParseException {
    if (!issuer.equals(claims.getIssuer())) {
      throw new RefusedException(Refusal.ISSUER);
    }
    if (!claims.getAudience().contains(Hospital.AUDIENCE)) {
      throw new RefusedException(Refusal.AUDIENCE);
    }
    Optional<String> certificate =
        Optional.ofNullable(claims.getJSONObjectClaim("cnf"))
            .map(confirmation -> (String) confirmation.get("x5t#S256"));
    return new TokenCheck.Accepted(roles(claims), certificate);
  }

  /** The roles of the realm; who has none has no such claim. */
  static Set<String> roles(JWTClaimsSet claims) throws ParseException {
    Map<String, Object> access = claims.getJSONObjectClaim("realm_access");
    return access != null && access.get("roles") instanceof Collection<?> names
        ? names.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
