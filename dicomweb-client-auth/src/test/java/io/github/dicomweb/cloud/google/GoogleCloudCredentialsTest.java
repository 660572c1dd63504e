// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.UserCredentials;
import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cloud.LogCapture;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.profile.ServerProfile;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service account of Google's, against a double that verifies what it signs. */
class GoogleCloudCredentialsTest {
  private static final Credentials.Target TARGET =
      new Credentials.Target("GET", URI.create("https://h/studies?PatientName=Doe"));

  @TempDir Path directory = Path.of("");
  private GoogleDouble google;

  @BeforeEach
  void start() throws Exception {
    google = new GoogleDouble();
  }

  @AfterEach
  void stop() {
    google.close();
  }

  private GoogleCloudCredentials serviceAccount() throws IOException {
    return GoogleCloudCredentials.of(
        GoogleCredentials.fromStream(new ByteArrayInputStream(google.keyFile().getBytes(UTF_8))));
  }

  private DicomWebClient client(Credentials credentials) {
    return DicomWebClient.builder(google.storeUrl())
        .credentials(credentials)
        .profile(ServerProfile.google())
        .build();
  }

  @Test
  void serviceAccount_getsATokenOnce_andSendsTheQuotaProjectToo() throws Exception {
    try (DicomWebClient client = client(serviceAccount())) {
      assertThat(client.searchForStudies().execute()).isEmpty();
      assertThat(client.searchForStudies().execute()).isEmpty();
    }
    assertThat(google.issued()).isEqualTo(1);
    assertThat(google.take().getHeaders().get("x-goog-user-project")).isEqualTo("payer");
  }

  @Test
  void manyThreads_withARevokedToken_renewItOnce() throws Exception {
    try (DicomWebClient client = client(serviceAccount())) {
      assertThat(client.searchForStudies().execute()).isEmpty();
      google.revokeTokens();
      var threads = Executors.newFixedThreadPool(16);
      try {
        var calls =
            IntStream.range(0, 16)
                .mapToObj(i -> threads.submit(() -> client.searchForStudies().execute()))
                .toList();
        for (var call : calls) {
          assertThat(call.get()).isEmpty();
        }
      } finally {
        threads.shutdown();
      }
    }
    assertThat(google.issued()).isEqualTo(2);
  }

  @Test
  void fixedToken_thatIsRefused_isNotSentAgain() {
    GoogleCredentials fixed =
        GoogleCredentials.create(
            new AccessToken("ya29.old", Date.from(Instant.now().plusSeconds(900))));
    try (DicomWebClient client = client(GoogleCloudCredentials.of(fixed))) {
      assertThatThrownBy(() -> client.searchForStudies().execute())
          .isInstanceOfAny(AuthenticationException.class, CredentialsException.class)
          .hasMessageNotContaining("ya29");
    }
  }

  @Test
  void applicationDefault_readsTheFileTheEnvironmentNames() throws Exception {
    Path file = directory.resolve("key.json");
    Files.writeString(file, google.keyFile());
    assertThat(inAnotherProcess(file)).contains("found 0 studies");
    assertThat(google.issued()).isEqualTo(1);
  }

  @Test
  void applicationDefault_withoutAny_isATypedError() throws Exception {
    assertThat(inAnotherProcess(directory.resolve("none.json")))
        .contains("CredentialsException REFUSED")
        .contains("set GOOGLE_APPLICATION_CREDENTIALS");
  }

  /** Google's library reads the environment, which only a new process can be given. */
  private String inAnotherProcess(Path keyFile) throws Exception {
    String classes =
        getClass().getClassLoader() instanceof URLClassLoader loader
            ? Arrays.stream(loader.getURLs())
                .map(URL::getPath)
                .collect(Collectors.joining(File.pathSeparator))
            : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes,
            ApplicationDefaultMain.class.getName(),
            google.storeUrl());
    process.environment().put("GOOGLE_APPLICATION_CREDENTIALS", keyFile.toString());
    process.environment().put("NO_GCE_CHECK", "true");
    File output = directory.resolve("output").toFile();
    process.redirectErrorStream(true).redirectOutput(output);
    process.start().waitFor();
    return Files.readString(output.toPath());
  }

  @Test
  void refusedAccount_andBrokenEndpoint_areToldApart() throws Exception {
    GoogleCloudCredentials credentials = serviceAccount();
    google.failWith(GoogleDouble.json(400, "{\"error\":\"invalid_grant\"}"));
    assertReason(credentials, Reason.REFUSED);
    google.failWith(GoogleDouble.json(503, "{}"));
    assertReason(credentials, Reason.UNAVAILABLE);
    google.close();
    assertReason(credentials, Reason.UNAVAILABLE);
  }

  @Test
  void user_whoseGrantIsOver_mustSignInAgain() {
    UserCredentials user =
        UserCredentials.newBuilder()
            .setClientId("c")
            .setClientSecret("s")
            .setRefreshToken("r3fresh")
            .setTokenServerUri(URI.create(google.storeUrl()).resolve("/token"))
            .build();
    google.failWith(GoogleDouble.json(400, "{\"error\":\"invalid_grant\"}"));
    assertReason(GoogleCloudCredentials.of(user), Reason.SIGN_IN_NEEDED);
  }

  @Test
  void headers_thatCannotBeSent_areRefusedWithoutQuotingThem() {
    Credentials credentials =
        GoogleCloudCredentials.of(
            new com.google.auth.Credentials() {
              private static final long serialVersionUID = 1L;

              @Override
              public String getAuthenticationType() {
                return "x";
              }

              @Override
              public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) {
                return Map.of("Authorization", List.of("s3cret\n" + uri));
              }

              @Override
              public boolean hasRequestMetadata() {
                return true;
              }

              @Override
              public boolean hasRequestMetadataOnly() {
                return true;
              }

              @Override
              public void refresh() {}
            });
    assertThatThrownBy(() -> credentials.headers(TARGET))
        .isInstanceOf(CredentialsException.class)
        .hasMessageNotContaining("s3cret")
        .hasMessageNotContaining("Doe");
  }

  private static void assertReason(Credentials credentials, Reason reason) {
    assertThatThrownBy(() -> credentials.headers(TARGET))
        .isInstanceOfSatisfying(
            CredentialsException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void secrets_areInNoText_whateverHappens() throws Exception {
    String text;
    try (LogCapture capture = new LogCapture()) {
      GoogleCloudCredentials credentials = serviceAccount();
      capture.run(() -> credentials);
      try (DicomWebClient client = client(credentials)) {
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
        google.revokeTokens();
        capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
        google.revokeTokens();
        for (int status : List.of(400, 401, 200, 500)) {
          google.failWith(GoogleDouble.json(status, "{\"error\":\"ya29.quoted\"}"));
          capture.run(() -> client.searchForStudies().patientName("Geheimnis").execute());
        }
      }
      capture.run(() -> credentials); // now that there was a token
      assertThat(capture.logged()).as("the log was really heard").contains("io.github.dicomweb");
      assertThat(capture.said()).contains("CredentialsException");
      text = capture.logged() + capture.said();
    }
    assertThat(text).doesNotContain("ya29").doesNotContain("Geheimnis");
    assertThat(text).doesNotContain(google.privateKey().substring(0, 40));
  }
}
