// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.endpoint;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import org.jspecify.annotations.Nullable;

/** How a client shows that it is the one it says. */
@FunctionalInterface
public interface Authenticator {
  /**
   * Makes what goes with one request.
   *
   * @param client the client
   * @param issuer whom it is shown to
   * @return the authentication, made anew for each request; null for a public client, which sends
   *     its identifier alone
   */
  @Nullable ClientAuthentication authenticate(ClientID client, Issuer issuer);

  /** Whether a client certificate does it. */
  default boolean byCertificate() {
    return false;
  }
}
