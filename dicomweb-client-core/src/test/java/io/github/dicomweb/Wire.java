// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.config.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A scripted server and a client of it; checks after each test that no connection was leaked. */
final class Wire implements BeforeEachCallback, AfterEachCallback {
  static final String STUDY = "1.2.3";
  static final String SERIES = "1.2.3.4";
  static final String BOUNDARY = "b-o-u-n-d";

  private final List<DicomWebClient> clients = new ArrayList<>();
  private MockWebServer server = new MockWebServer();
  private OkHttpClient http = new OkHttpClient();

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server = new MockWebServer();
    server.setServerSocketFactory(new PromptServerSockets());
    server.start();
    http = new OkHttpClient();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    clients.forEach(DicomWebClient::close);
    clients.clear();
    if (context.getExecutionException().isEmpty()) {
      assertThat(http.connectionPool().connectionCount())
          .as("every connection is back in the pool")
          .isEqualTo(http.connectionPool().idleConnectionCount());
    }
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    server.close();
  }

  MockWebServer server() {
    return server;
  }

  String baseUrl() {
    return server.url("/dicom-web").toString();
  }

  /** The HTTP client of all clients that are made here. */
  OkHttpClient http() {
    return http;
  }

  DicomWebClientBuilder builder() {
    return builder(baseUrl());
  }

  DicomWebClientBuilder builder(String baseUrl) {
    return DicomWebClient.builder(baseUrl)
        .httpClient(http)
        .timeouts(Timeouts.defaults().withFirstByte(Duration.ofSeconds(20)));
  }

  DicomWebClient client() {
    return client(builder());
  }

  DicomWebClient client(DicomWebClientBuilder builder) {
    DicomWebClient client = builder.build();
    clients.add(client);
    return client;
  }

  void enqueue(MockResponse response) {
    server.enqueue(response);
  }

  void enqueueJson(String json) {
    enqueue(json(json));
  }

  void enqueueStatus(int status) {
    enqueue(new MockResponse.Builder().code(status).build());
  }

  static MockResponse json(String json) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/dicom+json")
        .body(json)
        .build();
  }

  void dispatch(Function<RecordedRequest, MockResponse> answer) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer.apply(request);
          }
        });
  }

  RecordedRequest take() throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
  }

  String takeTarget() throws InterruptedException {
    String target = take().getTarget();
    assertThat(target).startsWith("/dicom-web");
    return target.substring("/dicom-web".length());
  }

  int requests() {
    return server.getRequestCount();
  }

  static String study(String uid) {
    return "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}}";
  }

  static String instance(String uid) {
    return "{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}}";
  }

  static String studies(int from, int count) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      json.append(i == 0 ? "" : ",").append(study("1.9." + (from + i)));
    }
    return json.append(']').toString();
  }

  /** A multipart body of DICOM files as servers send it. */
  static Buffer multipart(byte[]... parts) {
    Buffer body = new Buffer();
    for (byte[] part : parts) {
      body.writeUtf8("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n");
      body.write(part).writeUtf8("\r\n");
    }
    return body.writeUtf8("--" + BOUNDARY + "--\r\n");
  }

  static MockResponse.Builder multipartResponse(byte[]... parts) {
    return new MockResponse.Builder()
        .addHeader(
            "Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
        .body(multipart(parts));
  }
}
