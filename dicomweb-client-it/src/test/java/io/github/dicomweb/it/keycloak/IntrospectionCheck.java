// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.text.ParseException;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks Keycloak about each token (RFC 7662): a session that was ended is seen at once. */
final class IntrospectionCheck implements TokenCheck {
  private final OkHttpClient http;
  private final String endpoint;
  private final String issuer;

  IntrospectionCheck(Keycloak keycloak) {
    this.http = keycloak.http();
    this.endpoint = keycloak.internal("token/introspect").toString();
    this.issuer = keycloak.issuer().toString();
  }

  @Override
  public Accepted check(String token) throws RefusedException, IOException {
    Request request =
        new Request.Builder()
            .url(endpoint)
            .header(
                "Authorization",
                Credentials.basic(Hospital.AUDIENCE, Hospital.secret(Hospital.AUDIENCE)))
            .post(new FormBody.Builder().add("token", token).build())
            .build();
    try (Response answer = http.newCall(request).execute()) {
      if (answer.code() != 200) {
        throw new IOException("introspection answered " + answer.code());
      }
      JWTClaimsSet claims = JWTClaimsSet.parse(answer.body().string());
      if (!Boolean.TRUE.equals(claims.getBooleanClaim("active"))) {
        throw new RefusedException(Refusal.INACTIVE);
      }
      return TokenClaims.accepted(claims, issuer);
    } catch (ParseException e) {
      throw new IOException("introspection answered no claims", e);
    }
  }
}
