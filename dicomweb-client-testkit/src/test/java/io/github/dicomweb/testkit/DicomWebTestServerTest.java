// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server around the services. */
final class DicomWebTestServerTest {
  @RegisterExtension final Http http = new Http();

  @Test
  void storeAll_takesDicomFilesOfADirectory(@TempDir Path dir) throws IOException {
    TestStudies.copyAllTo(dir);
    Files.writeString(dir.resolve("README"), "no DICOM file");
    http.server().clear();

    assertThat(http.server().storeAll(dir)).isEqualTo(26);
    assertThat(http.server().size()).isEqualTo(26);
  }

  @Test
  void store_notADicomFile_isRefused(@TempDir Path dir) throws IOException {
    Path file = Files.write(dir.resolve("x"), new byte[200]);

    assertThatThrownBy(() -> http.server().store(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a DICOM file");
  }

  @Test
  void store_bytesChangedAfterwards_areNotWhatIsServed() {
    byte[] bytes = TestStudies.bigEndian().bytes();
    http.server().clear();
    http.server().store(bytes);
    bytes[0] = 77;

    Http.Reply reply = http.get(Http.path(TestStudies.bigEndian()), Http.ANY_SYNTAX);
    assertThat(reply.parts().get(0).body().toByteArray())
        .isEqualTo(TestStudies.bigEndian().bytes());
  }

  @Test
  void clear_forgetsInstancesAndRequests() {
    http.get("/studies");
    http.server().clear();

    assertThat(http.server().size()).isZero();
    assertThat(http.server().requests()).isEmpty();
    assertThat(http.get("/studies").status()).isEqualTo(204);
  }

  @Test
  void requests_tellWhatWasAsked() {
    http.get("/studies?PatientName=A%5EB");

    List<ReceivedRequest> requests = http.server().requests();
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).method()).isEqualTo("GET");
    assertThat(requests.get(0).target()).isEqualTo("/dicom-web/studies?PatientName=A%5EB");
    assertThat(requests.get(0).header("ACCEPT")).hasValue(Http.JSON);
    assertThat(requests.get(0).header("Authorization")).isEmpty();
    assertThat(requests.get(0)).hasToString("ReceivedRequest[GET]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/unknown", "/studies/", "/studies/1/2", "/studies/1/rendered"})
  void unknownResource_answers404(String target) {
    assertThat(http.get(target).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/studies GET,HEAD,OPTIONS,POST",
        "/studies/1 DELETE,GET,HEAD,OPTIONS,POST",
        "/series GET,HEAD,OPTIONS",
        "/studies/1/metadata GET,HEAD,OPTIONS",
        "/studies/1/series/2/instances/3/frames/1 GET,HEAD,OPTIONS"
      })
  void wrongMethod_answers405WithAllow(String target, String allowed) {
    RequestBody nothing = RequestBody.create(new byte[0]);
    Http.Reply reply = http.send(http.request(target).put(nothing));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow").split(", ")).containsExactlyInAnyOrder(allowed.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/studies", "/studies/1/metadata"})
  void options_ofTheBaseAndOfResources_tellWhatIsAllowed(String target) {
    Http.Reply reply = http.send(http.request(target).method("OPTIONS", null));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Allow")).contains("OPTIONS");
    assertThat(http.send(http.request("/unknown").method("OPTIONS", null)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/studies", "/series?Modality=CT", "/studies?PatientID=nobody", "/studies/1"})
  void head_isAnsweredAsGetWithoutABody(String target) {
    Http.Reply head = http.send(http.request(target).header("Accept", Http.JSON).head());
    Http.Reply get = http.get(target);

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    assertThat(head.body().size()).isZero();
  }

  @Test
  void requireBasic_refusesOthersWithAChallenge() {
    http.server().requireBasic("jürgen", "pass:word");
    String right = Credentials.basic("jürgen", "pass:word", StandardCharsets.UTF_8);

    Http.Reply refused = http.get("/studies");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Basic realm=");
    assertThat(status("Authorization", "Basic d3Jvbmc6d3Jvbmc=")).isEqualTo(401);
    assertThat(status("Authorization", right)).isEqualTo(200);
    assertThatThrownBy(() -> http.server().requireBasic("a:b", "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void requireBearer_refusesOthersWithAChallenge() {
    http.server().requireBearer("right");

    assertThat(http.get("/studies").header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"dicomweb-testkit\"");
    Http.Reply wrong = http.send(http.request("/studies").header("Authorization", "Bearer wrong"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    assertThat(status("Authorization", "bearer right")).isEqualTo(200);
    http.server().allowAnonymous();
    assertThat(http.get("/studies").status()).isEqualTo(200);
  }

  private int status(String header, String value) {
    return http.send(http.request("/studies").header(header, value)).status();
  }

  @Test
  void baseUrl_isOfTheLoopbackInterfaceOnly() throws IOException {
    URI base = URI.create(http.server().baseUrl());
    assertThat(base.getHost()).isEqualTo("127.0.0.1");
    assertThat(base.getPath()).isEqualTo("/dicom-web");

    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, base.getPort()).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void close_freesThePort() {
    URI base = URI.create(http.server().baseUrl());
    http.get("/studies");
    http.server().close();

    assertThatThrownBy(() -> new Socket(base.getHost(), base.getPort()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void start_atAPort_isThere_andTellsWhenItIsTaken() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (DicomWebTestServer server = DicomWebTestServer.start(port)) {
      assertThat(server.baseUrl()).isEqualTo("http://127.0.0.1:" + port + "/dicom-web");
      assertThatThrownBy(() -> DicomWebTestServer.start(port))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("at port " + port);
    }
    assertThatThrownBy(() -> DicomWebTestServer.start(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void maxResults_lessThanOne_isRefused() {
    assertThatThrownBy(() -> http.server().maxResults(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
