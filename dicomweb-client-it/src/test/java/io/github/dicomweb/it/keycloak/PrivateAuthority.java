// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The certification authority of a hospital, which nobody outside trusts, with one certificate for
 * all servers of this machine.
 *
 * @param authority its own certificate
 * @param server for localhost
 */
record PrivateAuthority(HeldCertificate authority, HeldCertificate server) {
  static final String AUTHORITY_PEM = "authority.pem";
  static final String SERVER_PEM = "server.pem";
  static final String SERVER_KEY = "server-key.pem";

  static PrivateAuthority create() {
    HeldCertificate authority =
        new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Hospital test authority")
            .build();
    HeldCertificate server =
        new HeldCertificate.Builder()
            .signedBy(authority)
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    return new PrivateAuthority(authority, server);
  }

  /** A new certificate for a client; its subject is only the common name. */
  HeldCertificate client(String commonName) {
    return new HeldCertificate.Builder().signedBy(authority).commonName(commonName).build();
  }

  /** What a client needs that has no certificate. */
  HandshakeCertificates trust() {
    return new HandshakeCertificates.Builder()
        .addTrustedCertificate(authority.certificate())
        .build();
  }

  /** What a client needs that has one, or a server. */
  HandshakeCertificates with(HeldCertificate own) {
    return new HandshakeCertificates.Builder()
        .addTrustedCertificate(authority.certificate())
        .heldCertificate(own)
        .build();
  }

  /** Writes what a server is configured with. */
  void writeTo(Path directory) throws IOException {
    Files.writeString(directory.resolve(AUTHORITY_PEM), authority.certificatePem());
    Files.writeString(directory.resolve(SERVER_PEM), server.certificatePem());
    Files.writeString(directory.resolve(SERVER_KEY), server.privateKeyPkcs8Pem());
  }

  /** Writes the key and certificate of a client as a PKCS #12 key store. */
  void writeKeyStore(HeldCertificate own, Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "client",
        own.keyPair().getPrivate(),
        password,
        new Certificate[] {own.certificate(), authority.certificate()});
    write(store, file, password);
  }

  /** Writes the authority's certificate as a PKCS #12 trust store. */
  void writeTrustStore(Path file, char[] password) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate());
    write(store, file, password);
  }

  private static void write(KeyStore store, Path file, char[] password)
      throws IOException, GeneralSecurityException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
  }
}
