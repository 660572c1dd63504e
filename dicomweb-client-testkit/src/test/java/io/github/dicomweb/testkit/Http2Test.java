// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.Truncation;
import io.github.dicomweb.testkit.behavior.Truncation.Ending;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server in HTTP/2. */
final class Http2Test {
  private final OkHttpClient client =
      new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
  private final DicomWebTestServer server = DicomWebTestServer.startHttp2();

  @BeforeEach
  void fill() {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
  }

  @AfterEach
  void stop() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
    server.close();
  }

  private Response series() throws IOException {
    String url = server.baseUrl() + Http.seriesPath(TestStudies.ctSlices().get(0));
    Request request = new Request.Builder().url(url).header("Accept", Http.ANY_SYNTAX).build();
    return client.newCall(request).execute();
  }

  @ParameterizedTest
  @EnumSource(Framing.class)
  void retrieve_inAnyFraming_isWhole(Framing framing) throws IOException {
    server.behavior(ServerBehavior.standard().withAnswers(answers -> answers.withFraming(framing)));

    try (Response response = series()) {
      assertThat(response.protocol()).isEqualTo(Protocol.H2_PRIOR_KNOWLEDGE);
      assertThat(response.header("Content-Length") != null)
          .isEqualTo(framing == Framing.CONTENT_LENGTH);
      assertThat(response.header("Transfer-Encoding")).isNull();
      assertThat(response.header("Connection")).isNull();
      assertThat(response.body().byteString().utf8()).endsWith("--\r\n");
    }
  }

  @ParameterizedTest
  @EnumSource(Framing.class)
  void truncation_brokenOff_resetsTheStream(Framing framing) throws IOException {
    server.behavior(
        ServerBehavior.standard()
            .withAnswers(
                answers ->
                    answers
                        .withFraming(framing)
                        .withTruncation(Truncation.after(1000, Ending.BROKEN_OFF))));

    try (Response response = series()) {
      assertThatThrownBy(() -> response.body().byteString()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void truncation_wellFramed_endsTheStream() throws IOException {
    server.behavior(
        ServerBehavior.standard()
            .withAnswers(
                answers -> answers.withTruncation(Truncation.after(1000, Ending.WELL_FRAMED))));

    try (Response response = series()) {
      assertThat(response.body().byteString().size()).isEqualTo(1000);
    }
  }

  @Test
  void client_withItsProtocol_understandsTheServer() {
    try (DicomWebClient dicomWeb =
        DicomWebClient.builder(server.baseUrl()).httpClient(client).build()) {
      assertThat(dicomWeb.searchForStudies().execute().results()).hasSize(2);
    }
  }
}
