// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** OpenID Connect, OAuth 2.0 and the credentials of clouds for the DICOMweb client. */
@NullMarked
@SuppressWarnings("requires-automatic")
module io.github.dicomweb.auth {
  requires transitive io.github.dicomweb.core;
  requires oauth2.oidc.sdk;
  requires com.nimbusds.jose.jwt;
  requires dev.failsafe.core;
  requires jdk.httpserver;
  // to open the system's browser, where there is a desktop
  requires static java.desktop;
  requires org.slf4j;

  // the libraries of clouds, each only where its package is used
  requires static com.google.auth;
  requires static com.google.auth.oauth2;
  requires static com.azure.core;
  requires static software.amazon.awssdk.identity.spi;

  exports io.github.dicomweb.oidc;
  exports io.github.dicomweb.cloud.aws;
  exports io.github.dicomweb.cloud.azure;
  exports io.github.dicomweb.cloud.google;
}
