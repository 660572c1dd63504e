// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.examples.ActForUser;
import io.github.dicomweb.examples.DeviceSignIn;
import io.github.dicomweb.examples.KeycloakClientCredentials;
import io.github.dicomweb.examples.SignInWithBrowser;
import io.github.dicomweb.it.orthanc.OrthancServer;
import io.github.dicomweb.it.orthanc.OrthancTest;
import io.github.dicomweb.testdata.TestStudies;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that sign in, as programs of their own. */
@KeycloakTest
@OrthancTest
class KeycloakExamplesTest {
  @TempDir private Path directory;
  private Path slice;

  @BeforeEach
  void write() throws IOException {
    slice = directory.resolve("slice.dcm");
    Files.write(slice, TestStudies.ctSlices().get(0).bytes());
  }

  private Map<String, String> environment(Keycloak keycloak, BearerProxy proxy, String client)
      throws IOException {
    Path authorities = directory.resolve("authorities");
    Files.createDirectories(authorities);
    keycloak.authority().writeTo(authorities);
    Map<String, String> environment = new HashMap<>();
    environment.put("DICOMWEB_URL", proxy.url());
    environment.put("OIDC_ISSUER", keycloak.issuer().toString());
    environment.put("OIDC_CLIENT_ID", client);
    environment.put(
        "TRUSTED_CERTIFICATES", authorities.resolve(PrivateAuthority.AUTHORITY_PEM).toString());
    return environment;
  }

  @Test
  void keycloakClientCredentials_searchesAndStores(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature())) {
      Map<String, String> environment = environment(keycloak, proxy, Hospital.UPLOADER);
      environment.put("OIDC_CLIENT_SECRET", Hospital.secret(Hospital.UPLOADER));
      try (ExampleProcess example =
          ExampleProcess.start(KeycloakClientCredentials.class, environment, slice.toString())) {
        assertThat(example.output()).contains("0 studies", "1 stored, 0 failed");
      }
      environment.put("OIDC_CLIENT_ID", Hospital.READER);
      environment.put("OIDC_CLIENT_SECRET", Hospital.secret(Hospital.READER));
      try (ExampleProcess example =
          ExampleProcess.start(KeycloakClientCredentials.class, environment, slice.toString())) {
        assertThat(example.output())
            .contains("1 studies", "not allowed; it needs [" + Hospital.WRITE + "]");
      }
    }
  }

  @Test
  void signInWithBrowser_opensIt(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    Path page = ExampleProcess.browserThatNotes(directory);
    try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature())) {
      Map<String, String> environment = environment(keycloak, proxy, Hospital.VIEWER);
      environment.put("PATH", directory + File.pathSeparator + System.getenv("PATH"));
      environment.put("JAVA_TOOL_OPTIONS", "-Djava.awt.headless=true");
      try (ExampleProcess example = ExampleProcess.start(SignInWithBrowser.class, environment)) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(page));
        var landing =
            LoginPages.of(keycloak)
                .signIn(
                    URI.create(Files.readString(page)),
                    Hospital.READER1,
                    Hospital.password(Hospital.READER1));
        assertThat(landing.text()).contains("This window can be closed");
        assertThat(example.output()).contains("signed in", "0 studies");
      }
    }
  }

  @Test
  void deviceSignIn_showsACode(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
        ExampleProcess example =
            ExampleProcess.start(
                DeviceSignIn.class, environment(keycloak, proxy, Hospital.TERMINAL))) {
      String complete = example.await("or open (\\S+)");
      var unused =
          LoginPages.of(keycloak)
              .approveDevice(
                  URI.create(complete), Hospital.READER1, Hospital.password(Hospital.READER1));
      assertThat(example.output()).contains("signed in", "0 studies");
    }
  }

  @Test
  void actForUser_withTheCallersOwnToken_handsTheArchivesVerdictOn(
      Keycloak keycloak, OrthancServer orthanc) throws Exception {
    RawTokens tokens = RawTokens.of(keycloak);
    try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature())) {
      Map<String, String> environment = environment(keycloak, proxy, Hospital.PLATFORM);
      environment.remove("OIDC_ISSUER");
      try (ExampleProcess example = ExampleProcess.start(ActForUser.class, environment)) {
        String url = example.await("(http://.*)");
        String reader = tokens.ofUser(Hospital.LEGACY, Hospital.READER1);
        assertThat(get(url, "Bearer " + reader)).startsWith("200 0 studies");
        String guest = tokens.ofUser(Hospital.LEGACY, Hospital.GUEST1);
        assertThat(get(url, "Bearer " + guest)).startsWith("403");
        assertThat(get(url, "Bearer forged")).startsWith("401");
        assertThat(get(url, "Basic x")).startsWith("401");
        assertThat(example.output()).contains("/studies");
      }
    }
  }

  @Test
  void actForUser_withAnExchangedToken_isTheCaller(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    RawTokens tokens = RawTokens.of(keycloak);
    try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature())) {
      Map<String, String> environment = environment(keycloak, proxy, Hospital.PLATFORM);
      environment.put("OIDC_CLIENT_SECRET", Hospital.secret(Hospital.PLATFORM));
      environment.put("OIDC_AUDIENCE", Hospital.AUDIENCE);
      try (ExampleProcess example = ExampleProcess.start(ActForUser.class, environment)) {
        String url = example.await("(http://.*)");
        String reader = tokens.ofUser(Hospital.PORTAL, Hospital.READER1);
        assertThat(get(url, "Bearer " + reader)).startsWith("200 0 studies");
        String guest = tokens.ofUser(Hospital.PORTAL, Hospital.GUEST1);
        assertThat(get(url, "Bearer " + guest)).startsWith("403");
        assertThat(get(url, "Bearer forged")).startsWith("401");
        assertThat(example.output()).contains("/studies");
      }
    }
  }

  private static String get(String url, String authorization) throws IOException {
    Request request = new Request.Builder().url(url).header("Authorization", authorization).build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return response.code() + " " + response.body().string();
    }
  }
}
