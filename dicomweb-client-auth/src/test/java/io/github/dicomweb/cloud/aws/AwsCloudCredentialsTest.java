// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cloud.LogCapture;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestStudies;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Requests that a server which checks signatures lets in. */
class AwsCloudCredentialsTest {
  private static final AwsCredentials KEYS = AwsBasicCredentials.create("AKIDONE", "s3cret/one+x");
  private static final AwsCredentials SESSION =
      AwsSessionCredentials.create("ASIATWO", "s3cret/two", "s3ssion/token==");

  private final MockWebServer server = new MockWebServer();
  private final BlockingQueue<RecordedRequest> seen = new LinkedBlockingQueue<>();
  private final SigV4Checker checker =
      new SigV4Checker(Map.of("AKIDONE", "s3cret/one+x", "ASIATWO", "s3cret/two"));

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            seen.put(request);
            return answer(request);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    String verdict = verdict(request);
    if (!verdict.isEmpty()) {
      return new MockResponse.Builder().code(403).body(verdict).build();
    }
    boolean store = request.getMethod().equals("POST");
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/dicom+json")
        .body(store ? "{\"00081199\":{\"vr\":\"SQ\"}}" : "[]")
        .build();
  }

  private String verdict(RecordedRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .getHeaders()
        .forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
    try {
      String payload = headers.getOrDefault("x-amz-content-sha256", "");
      return checker.verdict(request.getMethod(), request.getTarget(), headers, payload);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private DicomWebClient client(AwsCredentialsProvider provider) {
    return DicomWebClient.builder(server.url("/datastore/1f").toString())
        .credentials(AwsCloudCredentials.healthImaging("us-east-1", provider))
        .profile(ServerProfile.awsHealthImaging())
        .build();
  }

  @Test
  void search_withValuesOfEveryKind_isSigned() throws Exception {
    try (DicomWebClient client = client(StaticCredentialsProvider.create(KEYS))) {
      assertThat(
              client
                  .searchForStudies()
                  .patientName("MÜLLER^J* +x~&=")
                  .match("PatientID", "a,b/c")
                  .limit(5)
                  .execute())
          .isEmpty();
    }
    RecordedRequest request = seen.take();
    assertThat(request.getTarget()).contains("%C3%9C");
    assertThat(request.getHeaders().get("x-amz-content-sha256"))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(request.getHeaders().get("Authorization"))
        .contains(
            "/us-east-1/medical-imaging/aws4_request, SignedHeaders=host;x-amz-content-sha256");
  }

  @Test
  void retrieve_withCommasAndEscapesInThePath_isSigned() throws Exception {
    try (DicomWebClient client = client(StaticCredentialsProvider.create(KEYS))) {
      assertThatThrownBy(() -> client.retrieveFrames("1.2", "a,b %", "1.4", 1, 2, 3).open())
          .isNotInstanceOf(HttpStatusException.class);
    }
    RecordedRequest request = seen.take();
    assertThat(request.getTarget()).contains("%20%25/").endsWith("/frames/1,2,3");
    assertThat(verdict(request)).isEmpty();
  }

  @Test
  void store_isStreamedWithItsLengthSigned_asTheDeveloperGuideShows() throws Exception {
    byte[] bytes = TestStudies.ctSlices().get(0).bytes();
    try (DicomWebClient client = client(StaticCredentialsProvider.create(SESSION))) {
      assertThat(client.storeInstances().add(InstanceSource.of("a", bytes)).execute().unconfirmed())
          .hasSize(1);
    }
    RecordedRequest request = seen.take();
    assertThat(verdict(request)).isEmpty();
    assertThat(request.getHeaders().get("x-amz-content-sha256"))
        .isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
    assertThat(request.getHeaders().get("x-amz-decoded-content-length"))
        .isEqualTo(request.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(request.getBodySize()));
    assertThat(request.getBodySize()).isGreaterThanOrEqualTo(bytes.length);
    assertThat(request.getHeaders().get("x-amz-security-token")).isEqualTo("s3ssion/token==");
  }

  @Test
  void store_ofUnknownLength_isRefusedBeforeAnythingIsSent() {
    Credentials credentials =
        AwsCloudCredentials.healthImaging("us-east-1", StaticCredentialsProvider.create(KEYS));
    Credentials.Target target = new Credentials.Target("POST", URI.create("https://h/studies"), -1);
    assertThatThrownBy(() -> credentials.headers(target))
        .isInstanceOfSatisfying(
            CredentialsException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessageContaining("length");
  }

  @Test
  void wrongSecret_isRefusedByTheServer() {
    AwsCredentials wrong = AwsBasicCredentials.create("AKIDONE", "other");
    try (DicomWebClient client = client(StaticCredentialsProvider.create(wrong))) {
      assertThatThrownBy(() -> client.searchForStudies().execute())
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(403));
    }
  }

  @Test
  void expiredKeys_thatTheProviderReplaces_areUsedFromThenOn() throws Exception {
    AtomicReference<AwsCredentials> current = new AtomicReference<>(KEYS);
    try (DicomWebClient client = client(current::get)) {
      assertThat(client.searchForStudies().execute()).isEmpty();
      current.set(SESSION);
      assertThat(client.searchForStudies().execute()).isEmpty();
    }
    assertThat(seen.take().getHeaders().get("Authorization")).contains("AKIDONE");
    assertThat(seen.take().getHeaders().get("Authorization")).contains("ASIATWO");
  }

  @Test
  void renew_isWorthwhileOnlyWithOtherKeys() {
    AtomicReference<AwsCredentials> current = new AtomicReference<>(KEYS);
    AwsCredentialsProvider provider = current::get;
    Credentials credentials = AwsCloudCredentials.healthImaging("us-east-1", provider);
    Credentials.Target target = new Credentials.Target("GET", URI.create("https://h/studies"));
    Credentials.Refusal refusal =
        new Credentials.Refusal(target, credentials.headers(target), List.of());
    assertThat(credentials.renew(refusal)).isFalse();
    current.set(SESSION);
    assertThat(credentials.renew(refusal)).isTrue();
  }

  @Test
  void eachAttempt_isSignedAtItsTime() {
    Credentials.Target target = new Credentials.Target("GET", URI.create("https://h/studies"));
    Clock first = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    for (Clock clock : List.of(first, Clock.offset(first, Duration.ofSeconds(1)))) {
      assertThat(
              new AwsCloudCredentials("us-east-1", StaticCredentialsProvider.create(KEYS), clock)
                  .headers(target))
          .containsEntry("x-amz-date", SignatureV4.time(clock.instant()));
    }
  }

  @Test
  void noKeys_areATypedErrorWithoutTheVendorsText() {
    Credentials.Target target = new Credentials.Target("GET", URI.create("https://h/studies"));
    AwsCredentialsProvider failing =
        () -> {
          throw SdkClientException.create("s3cret in a message");
        };
    AwsCredentialsProvider unreachable =
        () -> {
          throw SdkClientException.create("x", new UnknownHostException("sts.example.org"));
        };
    assertReason(failing, Reason.REFUSED, target);
    assertReason(unreachable, Reason.UNAVAILABLE, target);
    assertReason(AnonymousCredentialsProvider.create(), Reason.MALFORMED, target);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwsCloudCredentials.healthImaging("us east", failing));
  }

  private static void assertReason(
      AwsCredentialsProvider provider, Reason reason, Credentials.Target target) {
    Credentials credentials = AwsCloudCredentials.healthImaging("us-east-1", provider);
    assertThatThrownBy(() -> credentials.headers(target))
        .isInstanceOfSatisfying(
            CredentialsException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void secrets_areInNoText_whateverHappens() {
    String text;
    try (LogCapture capture = new LogCapture()) {
      AtomicReference<AwsCredentials> current = new AtomicReference<>(SESSION);
      AwsCredentialsProvider provider = current::get;
      try (DicomWebClient client = client(provider)) {
        capture.run(() -> AwsCloudCredentials.healthImaging("us-east-1", provider));
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
        current.set(AwsSessionCredentials.create("ASIATWO", "s3cret/no", "s3ssion/no"));
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
        current.set(AwsSessionCredentials.create("ASIATWO", "s3cret/no", "s3ssion\nno"));
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
        current.set(AnonymousCredentialsProvider.create().resolveCredentials());
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
      }
      assertThat(capture.logged()).as("the log was really heard").contains("io.github.dicomweb");
      assertThat(capture.said()).contains("CredentialsException", "HttpStatusException");
      text = capture.logged() + capture.said();
    }
    assertThat(text).doesNotContain("s3cret", "s3ssion", "ASIATWO", "Signature=", "Geheimnis");
  }
}
