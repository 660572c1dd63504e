// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plain HTTP, over which a secret is none. */
class InsecureHttpTest {
  private static final Credentials SECRET = Credentials.bearer(() -> "t0ken");
  private static final List<String> OPEN =
      List.of(
          "http://pacs.example",
          "http://localhost.evil.example",
          "http://127.0.0.1.evil.example:8042",
          "http://127.evil",
          "http://[2001:db8::1]");

  @RegisterExtension final Wire wire = new Wire();

  private OkHttpClient everyNameIsHere() {
    return wire.http().newBuilder().dns(name -> Dns.SYSTEM.lookup("localhost")).build();
  }

  @Test
  void credentials_forAnyService_areRefusedUnlessAllowed() {
    for (String url : OPEN) {
      for (DicomWebClientBuilder builder :
          List.of(
              wire.builder(url),
              wire.builder().searchUrl(url),
              wire.builder().retrieveUrl(url),
              wire.builder().storeUrl(url),
              wire.builder().wadoUriUrl(url))) {
        assertThatIllegalArgumentException()
            .as(url)
            .isThrownBy(() -> builder.credentials(SECRET).build())
            .withMessageContaining("plain HTTP");
        assertThat(wire.client(builder.allowInsecureHttp())).isNotNull();
      }
    }
  }

  @Test
  void credentials_forAnotherOrigin_areRefusedUnlessAllowed() {
    for (String url : OPEN) {
      DicomWebClientBuilder builder = wire.builder("https://pacs.example").credentials(url, SECRET);
      assertThatIllegalArgumentException().as(url).isThrownBy(builder::build);
      assertThat(wire.client(builder.allowInsecureHttp())).isNotNull();
    }
  }

  @Test
  void credentials_ofSomebodyElse_areRefusedUnlessAllowed() {
    for (String url : OPEN) {
      DicomWebClient client = wire.client(wire.builder(url));
      assertThatIllegalArgumentException().isThrownBy(() -> client.withCredentials(SECRET));
      assertThat(client.withCredentials(Credentials.none())).isNotNull();
      assertThat(wire.client(wire.builder(url).allowInsecureHttp()).withCredentials(SECRET))
          .isNotNull();
    }
  }

  @Test
  void allowed_theySeeTheServer() throws Exception {
    String url = "http://pacs.example:" + wire.server().getPort() + "/dicom-web";
    wire.enqueueJson("[]");
    DicomWebClient client =
        wire.client(
            wire.builder(url)
                .httpClient(everyNameIsHere())
                .credentials(SECRET)
                .allowInsecureHttp());
    assertThat(client.searchForStudies().execute()).isEmpty();
    assertThat(wire.take().getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
  }

  @Test
  void downFromHttps_nothingIsFollowed_andALinkGetsNothing() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates here =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    try (MockWebServer secure = new MockWebServer()) {
      secure.useHttps(here.sslSocketFactory());
      secure.start();
      String base = "https://localhost:" + secure.getPort() + "/dicom-web";
      DicomWebClient client =
          wire.client(
              wire.builder(base)
                  .httpClient(
                      everyNameIsHere()
                          .newBuilder()
                          .sslSocketFactory(here.sslSocketFactory(), here.trustManager())
                          .build())
                  .credentials(SECRET));
      secure.enqueue(
          new MockResponse.Builder().code(302).addHeader("Location", wire.baseUrl()).build());
      assertThatThrownBy(() -> client.searchForStudies().execute())
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(302));
      assertThat(wire.requests()).isZero();
      wire.enqueue(new MockResponse.Builder().body("value").build());
      String down = "http://localhost:" + wire.server().getPort() + "/v/1";
      assertThat(client.retrieveBulkData(BulkDataReference.of(down)).readAllBytes()).hasSize(5);
      assertThat(wire.take().getHeaders().get("Authorization")).isNull();
    }
  }

  /** The connections of a store are fresh ones, whether a secret travels or none. */
  @Test
  void storeWithoutCredentials_afterTheServerEndedTheConnectionOfASearch_isStored()
      throws IOException {
    TestObject object = TestStudies.structuredReport();
    wire.enqueue(
        Wire.json("[]").newBuilder().onResponseEnd(new SocketEffect.CloseSocket()).build());
    wire.enqueueJson(StoreAnswers.stored(object.sopInstanceUid()));
    String url = "http://pacs.example:" + wire.server().getPort() + "/dicom-web";
    DicomWebClient client = wire.client(wire.builder(url).httpClient(everyNameIsHere()));
    assertThat(client.searchForStudies().execute().results()).isEmpty();
    StoreReport report =
        client.storeInstances().add(InstanceSource.of("a", object.bytes())).execute();
    assertThat(report.isComplete()).as("%s", report).isTrue();
  }
}
