// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A Keycloak with the realm {@link Hospital}. Clients reach it at {@link #issuer} through a relay
 * that can be taken down; the proxy and the administrator have a way of their own, {@link
 * #internal}.
 */
final class Keycloak implements AutoCloseable {
  // Another program may take a port between our look and Keycloak's.
  private static final int ATTEMPTS = 3;

  private final KeycloakProcess process;
  private final Outage relay;
  private final PrivateAuthority authority;
  private final Path directory;
  private final OkHttpClient http;
  private final KeycloakAdmin admin;

  private Keycloak(
      KeycloakProcess process,
      Outage relay,
      PrivateAuthority authority,
      Path directory,
      OkHttpClient http) {
    this.process = process;
    this.relay = relay;
    this.authority = authority;
    this.directory = directory;
    this.http = http;
    this.admin = new KeycloakAdmin(http, "https://localhost:" + process.port());
  }

  static Keycloak start(KeycloakInstallation installation) throws IOException {
    installation.prepare();
    PrivateAuthority authority = PrivateAuthority.create();
    OkHttpClient http = client(authority.trust());
    Path directory = Files.createTempDirectory("dicomweb-it-keycloak");
    authority.writeTo(directory);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = KeycloakProcess.freePort();
      Outage relay = Outage.before(port);
      KeycloakProcess process =
          KeycloakProcess.start(installation, port, "https://localhost:" + relay.port(), directory);
      Keycloak keycloak = new Keycloak(process, relay, authority, directory, http);
      if (process.becomesReady(http)) {
        return keycloak;
      }
      process.close();
      relay.close();
    }
    throw new IOException("Keycloak does not start:\n" + KeycloakProcess.log());
  }

  private static OkHttpClient client(HandshakeCertificates certificates) {
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .build();
  }

  /** The issuer identifier, whose scheme and authority are the relay's. */
  URI issuer() {
    return URI.create("https://localhost:" + relay.port() + "/realms/" + Hospital.REALM);
  }

  /** An end point as a client sees it. */
  URI endpoint(String name) {
    return URI.create(issuer() + "/protocol/openid-connect/" + name);
  }

  /** The same end point, which stays there when the relay is down. */
  URI internal(String name) {
    return URI.create(
        "https://localhost:"
            + process.port()
            + "/realms/"
            + Hospital.REALM
            + "/protocol/openid-connect/"
            + name);
  }

  PrivateAuthority authority() {
    return authority;
  }

  /** A client that trusts the private authority. */
  OkHttpClient http() {
    return http;
  }

  /** A client that trusts it and has a certificate from it. */
  OkHttpClient http(HeldCertificate own) {
    return client(authority.with(own));
  }

  KeycloakAdmin admin() {
    return admin;
  }

  /** Takes the way to Keycloak down, and up again. */
  Outage outage() {
    return relay;
  }

  /** A check of tokens by their signature, as a resource server does it that asks nobody. */
  TokenCheck bySignature() {
    return SignatureCheck.of(this);
  }

  /** A check of tokens that asks Keycloak each time. */
  TokenCheck byIntrospection() {
    return new IntrospectionCheck(this);
  }

  @Override
  public void close() {
    process.close();
    relay.close();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
