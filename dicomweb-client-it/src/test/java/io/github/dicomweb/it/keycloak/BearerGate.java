// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Lets a request through or not. */
final class BearerGate {
  private static final String SCHEME = "Bearer ";

  private final TokenCheck check;
  private final ProxyCounters counters;

  BearerGate(TokenCheck check, ProxyCounters counters) {
    this.check = check;
    this.counters = counters;
  }

  /** The role that a request needs. */
  static String role(HttpExchange exchange) {
    return switch (exchange.getRequestMethod()) {
      case "GET", "HEAD", "OPTIONS" -> Hospital.READ;
      default -> Hospital.WRITE;
    };
  }

  /**
   * Checks a request.
   *
   * @throws RefusedException if it may not pass; it is counted then
   * @throws IOException if that cannot be found out now
   */
  void pass(HttpExchange exchange) throws RefusedException, IOException {
    try {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (authorization == null || !authorization.startsWith(SCHEME)) {
        throw new RefusedException(Refusal.NO_TOKEN);
      }
      String token = authorization.substring(SCHEME.length());
      counters.saw(token);
      TokenCheck.Accepted accepted = check.check(token);
      if (accepted.certificate().isPresent()
          && !accepted.certificate().equals(thumbprint(exchange))) {
        throw new RefusedException(Refusal.CERTIFICATE);
      }
      if (!accepted.roles().contains(role(exchange))) {
        throw new RefusedException(Refusal.ROLE);
      }
      counters.accept();
    } catch (RefusedException e) {
      counters.refuse(e.reason());
      throw e;
    }
  }

  private static Optional<String> thumbprint(HttpExchange exchange) throws IOException {
    if (!(exchange instanceof HttpsExchange https)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ProxyCounters.digest(https.getSSLSession().getPeerCertificates()[0].getEncoded()));
    } catch (SSLPeerUnverifiedException e) {
      // The client has shown none.
      return Optional.empty();
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
  }
}
