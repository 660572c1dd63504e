// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.config.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A private authority, a server of its, and the certificate of a client. */
final class TlsServer implements AutoCloseable {
  static final char[] PASSWORD = "st0re-s3cret".toCharArray();
  static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().commonName("Private CA").certificateAuthority(0).build();
  static final HeldCertificate CLIENT =
      new HeldCertificate.Builder().commonName("the client").signedBy(AUTHORITY).build();
  private static final HeldCertificate SERVER =
      new HeldCertificate.Builder()
          .addSubjectAlternativeName("localhost")
          .addSubjectAlternativeName("home.test")
          .addSubjectAlternativeName("stranger.test")
          .signedBy(AUTHORITY)
          .build();

  final MockWebServer server = new MockWebServer();

  static TlsServer requesting() throws IOException {
    return new TlsServer(false);
  }

  static TlsServer requiring() throws IOException {
    return new TlsServer(true);
  }

  private TlsServer(boolean require) throws IOException {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(SERVER)
            .addTrustedCertificate(AUTHORITY.certificate())
            .build();
    server.useHttps(certificates.sslSocketFactory());
    if (require) {
      server.requireClientAuth();
    } else {
      server.requestClientAuth();
    }
    server.start();
  }

  static KeyStore clientStore(String type) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    store.setKeyEntry(
        "client",
        CLIENT.keyPair().getPrivate(),
        PASSWORD,
        new Certificate[] {CLIENT.certificate(), AUTHORITY.certificate()});
    return store;
  }

  static Tls tls() throws GeneralSecurityException, IOException {
    return Tls.builder()
        .nothingElse()
        .trust(List.of(AUTHORITY.certificate()))
        .clientCertificate(clientStore("PKCS12"), PASSWORD)
        .build();
  }

  /** Whom the client said to be. */
  static List<Certificate> shown(RecordedRequest request) {
    return request.getHandshake() == null ? List.of() : request.getHandshake().peerCertificates();
  }

  String url(String host, String path) {
    return "https://" + host + ":" + server.getPort() + path;
  }

  @Override
  public void close() {
    server.close();
  }
}
