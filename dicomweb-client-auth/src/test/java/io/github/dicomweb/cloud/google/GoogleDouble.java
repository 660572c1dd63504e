// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Google, small: a token endpoint that verifies the signed assertion of a service account, and a
 * DICOM store that lets only the last token in.
 */
final class GoogleDouble implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final KeyPair keys;
  private final AtomicInteger issued = new AtomicInteger();
  private volatile int revoked;
  private volatile @Nullable MockResponse failure;

  GoogleDouble() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            try {
              return request.getTarget().equals("/token") ? token(request) : store(request);
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          }
        });
    server.start();
  }

  String storeUrl() {
    return server.url("/v1/projects/p/dicomWeb").toString();
  }

  int issued() {
    return issued.get();
  }

  void revokeTokens() {
    revoked = issued.get();
  }

  void failWith(@Nullable MockResponse response) {
    failure = response;
  }

  String privateKey() {
    return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
  }

  RecordedRequest take() throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    while (request.getTarget().equals("/token")) {
      request = server.takeRequest();
    }
    return request;
  }

  /** A key file as Google's console hands it out. */
  String keyFile() {
    return """
        {"type": "service_account", "project_id": "p", "private_key_id": "k1",
         "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
         "client_email": "robot@p.iam.gserviceaccount.com", "client_id": "1",
         "quota_project_id": "payer", "token_uri": "%s"}
        """
        .formatted(privateKey(), server.url("/token"));
  }

  private MockResponse token(RecordedRequest request) throws Exception {
    MockResponse planned = failure;
    if (planned != null) {
      return planned;
    }
    String form = URLDecoder.decode(requireNonNull(request.getBody()).utf8(), UTF_8);
    String[] jwt = form.replaceFirst(".*assertion=([^&]*).*", "$1").split("\\.");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update((jwt[0] + "." + jwt[1]).getBytes(UTF_8));
    String claims = new String(Base64.getUrlDecoder().decode(jwt[1]), UTF_8);
    boolean good =
        form.contains("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer")
            && signature.verify(Base64.getUrlDecoder().decode(jwt[2]))
            && claims.contains("\"iss\":\"robot@p.iam.gserviceaccount.com\"")
            && claims.contains("\"scope\":\"https://www.googleapis.com/auth/cloud-platform\"")
            && claims.contains("\"aud\":\"https://oauth2.googleapis.com/token\"");
    return good
        ? json(
            200,
            "{\"access_token\":\"ya29.t"
                + issued.incrementAndGet()
                + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}")
        : json(400, "{\"error\":\"invalid_grant\"}");
  }

  private MockResponse store(RecordedRequest request) {
    boolean good =
        issued.get() > revoked
            && ("Bearer ya29.t" + issued.get()).equals(request.getHeaders().get("Authorization"));
    return good
        ? new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom+json")
            .body("[]")
            .build()
        : new MockResponse.Builder().code(401).addHeader("WWW-Authenticate", "Bearer").build();
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
