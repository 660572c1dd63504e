// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.it.matrix.Cell.Protocol;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.util.List;
import okhttp3.OkHttpClient;

/** A server for each version of HTTP, with the same files, and a client for each. */
final class Servers implements AutoCloseable {
  private record Side(DicomWebTestServer server, OkHttpClient http, DicomWebClient client) {
    static Side of(DicomWebTestServer server, List<okhttp3.Protocol> protocols) {
      Stored.files().forEach(server::store);
      OkHttpClient http =
          new OkHttpClient.Builder()
              .protocols(protocols)
              .socketFactory(new PromptSockets())
              .build();
      return new Side(
          server,
          http,
          DicomWebClient.builder(server.baseUrl())
              .wadoUriUrl(server.wadoUriUrl())
              .httpClient(http)
              .build());
    }

    void close() {
      client.close();
      http.connectionPool().evictAll();
      http.dispatcher().executorService().shutdown();
      server.close();
    }
  }

  private final Side http1 =
      Side.of(DicomWebTestServer.start(), List.of(okhttp3.Protocol.HTTP_1_1));
  private final Side http2 =
      Side.of(DicomWebTestServer.startHttp2(), List.of(okhttp3.Protocol.H2_PRIOR_KNOWLEDGE));

  private Side side(Protocol protocol) {
    return protocol == Protocol.HTTP_1 ? http1 : http2;
  }

  /** Sets the server up, and gives the client for it. */
  DicomWebClient client(Cell cell) {
    Side side = side(cell.protocol());
    side.server().behavior(cell.behavior());
    return side.client();
  }

  /** What a server that keeps to the standard answers to any other client. */
  PlainAnswers plain() {
    http1.server().behavior(ServerBehavior.standard());
    return new PlainAnswers(http1.server().baseUrl(), http1.server().wadoUriUrl());
  }

  @Override
  public void close() {
    http1.close();
    http2.close();
  }
}
