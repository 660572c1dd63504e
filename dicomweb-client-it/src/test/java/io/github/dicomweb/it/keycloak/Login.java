// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.it.orthanc.OrthancServer;
import io.github.dicomweb.oidc.ClientAuthentication;
import io.github.dicomweb.oidc.Oidc;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.util.List;

/** The library as a client of the realm, and of an archive behind the proxy. */
final class Login {
  private Login() {}

  /** Trusts the private authority of the hospital. */
  static Tls tls(Keycloak keycloak) {
    return Tls.builder()
        .trust(List.of(keycloak.authority().trust().trustManager().getAcceptedIssuers()))
        .build();
  }

  /** The realm, with a client that has a secret. */
  static Oidc withSecret(Keycloak keycloak, String client) {
    return of(keycloak).client(client, ClientAuthentication.secret(Hospital.secret(client)));
  }

  static Oidc of(Keycloak keycloak) {
    return Oidc.issuer(keycloak.issuer().toString()).tls(tls(keycloak));
  }

  static BearerProxy proxy(Keycloak keycloak, OrthancServer orthanc, TokenCheck check)
      throws IOException {
    return BearerProxy.before(orthanc.dicomWebUrl(), check).https(keycloak.authority()).start();
  }

  static DicomWebClient client(Keycloak keycloak, BearerProxy proxy, Credentials credentials) {
    return DicomWebClient.builder(proxy.url())
        .profile(ServerProfile.orthanc())
        .tls(tls(keycloak))
        .credentials(credentials)
        .build();
  }
}
