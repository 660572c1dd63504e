// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.azure.core.http.HttpClient;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** Entra ID, small: a token endpoint over TLS that checks the client's secret and the scope. */
final class EntraDouble implements AutoCloseable {
  static final String TENANT = "11111111-2222-3333-4444-555555555555";
  static final String CLIENT = "66666666-7777-8888-9999-000000000000";
  static final String SECRET = "cl1ent~s3cret";
  static final String TOKEN = "eyJ0.azure.t";

  private final MockWebServer server = new MockWebServer();
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private final AtomicInteger issued = new AtomicInteger();
  private final List<String> claims = new CopyOnWriteArrayList<>();
  private volatile @Nullable MockResponse failure;

  EntraDouble() throws Exception {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return token(request);
          }
        });
    server.start();
  }

  String authority() {
    return "https://localhost:" + server.getPort() + "/";
  }

  int issued() {
    return issued.get();
  }

  List<String> claims() {
    return claims;
  }

  void failWith(@Nullable MockResponse response) {
    failure = response;
  }

  /** An HTTP client of Azure's library that trusts this double. */
  HttpClient httpClient() throws Exception {
    SslContext trusting =
        SslContextBuilder.forClient().trustManager(certificate.certificate()).build();
    return new NettyAsyncHttpClientBuilder(
            reactor.netty.http.client.HttpClient.create().secure(spec -> spec.sslContext(trusting)))
        .build();
  }

  private MockResponse token(RecordedRequest request) {
    MockResponse planned = failure;
    if (planned != null) {
      return planned;
    }
    String form = URLDecoder.decode(requireNonNull(request.getBody()).utf8(), UTF_8);
    boolean good =
        request.getTarget().equals("/" + TENANT + "/oauth2/v2.0/token")
            && form.contains("grant_type=client_credentials")
            && form.contains("client_id=" + CLIENT)
            && form.contains("client_secret=" + SECRET)
            && form.contains(AzureCloudCredentials.DICOM_SCOPE);
    if (!good) {
      return json(401, "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215\"}");
    }
    if (form.contains("claims=")) {
      claims.add(form.replaceFirst("(?s).*claims=([^&]*).*", "$1"));
    }
    return json(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\""
            + TOKEN
            + issued.incrementAndGet()
            + "\"}");
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
