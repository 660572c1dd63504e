// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.endpoint;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.as.ReadOnlyAuthorizationServerEndpointMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the authorization server says of itself (OpenID Connect Discovery 1.0, RFC 8414): asked for
 * when first needed, checked, kept for an hour. Thread-safe.
 */
final class Provider {
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final String WHAT = "the discovery of the authorization server";

  private final Settings settings;
  private final Exchange exchange;
  private volatile @Nullable Found found;

  private record Found(AuthorizationServerMetadata metadata, Instant at) {}

  Provider(Settings settings, Exchange exchange) {
    this.settings = settings;
    this.exchange = exchange;
  }

  AuthorizationServerMetadata metadata() {
    Found known = found;
    Instant now = settings.clock().instant();
    if (known != null && now.isBefore(known.at().plus(KEPT))) {
      return known.metadata();
    }
    try {
      AuthorizationServerMetadata metadata = discover();
      found = new Found(metadata, now);
      return metadata;
    } catch (CredentialsException e) {
      if (known == null || e.reason() != Reason.UNAVAILABLE) {
        throw e;
      }
      LOG.info("{}; what it said before is used", e.getMessage());
      found = new Found(known.metadata(), now);
      return known.metadata();
    }
  }

  private AuthorizationServerMetadata discover() {
    URI issuer =
        Exchange.require(
            "issuer", URI.create(settings.issuer().getValue()), settings.insecureAllowed());
    HTTPResponse response = get(openId(issuer));
    if (response.getStatusCode() == 404) {
      response = get(oauth(issuer));
    }
    if (response.getStatusCode() != 200) {
      throw new CredentialsException(
          WHAT
              + " was answered "
              + response.getStatusCode()
              + ": is this the issuer, with its whole path?",
          Reason.REFUSED,
          null,
          null);
    }
    AuthorizationServerMetadata metadata;
    try {
      metadata = AuthorizationServerMetadata.parse(response.getBody());
    } catch (ParseException e) {
      throw Failures.malformed(WHAT, "the answer is no metadata document");
    }
    if (!settings.issuer().equals(metadata.getIssuer())) {
      // Somebody else's document, or a different spelling: either way tokens would not be his.
      throw Failures.malformed(
          WHAT,
          "the document is of another issuer than the one asked; spell it as the server does");
    }
    return metadata;
  }

  private HTTPResponse get(URI uri) {
    return exchange.send(
        WHAT,
        () -> {
          return new HTTPRequest(HTTPRequest.Method.GET, uri);
        });
  }

  private static URI openId(URI issuer) {
    return URI.create(withoutSlash(issuer.toString()) + "/.well-known/openid-configuration");
  }

  private static URI oauth(URI issuer) {
    return issuer.resolve(
        "/.well-known/oauth-authorization-server" + withoutSlash(issuer.getRawPath()));
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** An end point, checked; its alias for clients with a certificate where there is one. */
  URI endpoint(
      String what, Function<ReadOnlyAuthorizationServerEndpointMetadata, @Nullable URI> which) {
    AuthorizationServerMetadata metadata = metadata();
    ReadOnlyAuthorizationServerEndpointMetadata aliases = metadata.getReadOnlyMtlsEndpointAliases();
    URI uri =
        settings.authenticator().byCertificate() && aliases != null ? which.apply(aliases) : null;
    return Exchange.require(
        what, uri == null ? which.apply(metadata) : uri, settings.insecureAllowed());
  }
}
