// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.oidc.ClientAuthentication;
import io.github.dicomweb.oidc.Oidc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the examples that sign in go. Everything is in the environment, so that no secret is in a
 * command line, where other users of the machine can read it:
 *
 * <ul>
 *   <li>{@code DICOMWEB_URL}: the base URL of the DICOMweb server
 *   <li>{@code OIDC_ISSUER}: the authorization server, such as {@code
 *       https://login.example.org/realms/hospital}
 *   <li>{@code OIDC_CLIENT_ID}: what this program is registered as
 *   <li>{@code OIDC_CLIENT_SECRET}: its secret, if it has one
 *   <li>{@code OIDC_AUDIENCE}: which service tokens are for, if the authorization server asks
 *   <li>{@code TRUSTED_CERTIFICATES}: a PEM file of authorities beside those Java trusts, if any
 * </ul>
 */
final class ProtectedServer {
  private final Tls tls;

  ProtectedServer() throws IOException {
    Tls.Builder builder = Tls.builder();
    Optional<String> authorities = optional("TRUSTED_CERTIFICATES");
    if (authorities.isPresent()) {
      builder.trust(Path.of(authorities.get()));
    }
    this.tls = builder.build();
  }

  private static Optional<String> optional(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  private static String required(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("set " + name + " in the environment"));
  }

  /** The authorization server, and this program as a client of it. */
  Oidc oidc() {
    ClientAuthentication authentication =
        optional("OIDC_CLIENT_SECRET")
            .map(ClientAuthentication::secret)
            .orElse(ClientAuthentication.none());
    Oidc oidc =
        Oidc.issuer(required("OIDC_ISSUER"))
            .client(required("OIDC_CLIENT_ID"), authentication)
            .tls(tls);
    optional("OIDC_AUDIENCE").ifPresent(oidc::audience);
    return oidc;
  }

  /** Whether there is an authorization server to ask. */
  boolean hasIssuer() {
    return optional("OIDC_ISSUER").isPresent();
  }

  /** The DICOMweb server. */
  DicomWebClient client(Credentials credentials) {
    return DicomWebClient.builder(required("DICOMWEB_URL"))
        .tls(tls)
        .credentials(credentials)
        .build();
  }
}
