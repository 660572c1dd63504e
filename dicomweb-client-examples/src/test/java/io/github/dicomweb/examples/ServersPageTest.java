// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dicomweb.BulkSockets;
import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.probe.ProbeReport;
import io.github.dicomweb.probe.ProbeRequest;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.OhifDataSource;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.testkit.behavior.Label;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;

/** The code of docs/servers.md, and what its tables say of the profiles. */
class ServersPageTest extends PageTest {
  private static final Map<String, ServerProfile> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("standard", ServerProfile.standard());
    COLUMNS.put("orthanc", ServerProfile.orthanc());
    COLUMNS.put("dcm4chee", ServerProfile.dcm4chee());
    COLUMNS.put("google", ServerProfile.google());
    COLUMNS.put("azure", ServerProfile.azure());
    COLUMNS.put("aws", ServerProfile.awsHealthImaging());
    COLUMNS.put("static", ServerProfile.staticDicomWeb());
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/servers.md"));
  }

  /** The cells of the rows of a table. */
  private static List<List<String>> rows(String heading) throws IOException {
    return page()
        .lines()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  @Test
  void features_ofEachProfile_areInTheTable() throws IOException {
    List<List<String>> rows = rows("What works");
    assertThat(rows.get(0).subList(1, 8)).containsExactlyElementsOf(COLUMNS.keySet());
    assertThat(rows.stream().skip(2).map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Feature.values()).map(feature -> "`" + feature + "`").toList());
    for (List<String> row : rows.subList(2, rows.size())) {
      Feature feature = Feature.valueOf(row.get(0).replace("`", ""));
      assertThat(row.subList(1, 8).stream().map("✓"::equals))
          .as("%s", feature)
          .containsExactlyElementsOf(
              COLUMNS.values().stream().map(profile -> profile.has(feature)).toList());
    }
  }

  @Test
  void profiles_each_haveARow() throws IOException {
    List<String> named =
        rows("Which profile").stream()
            .flatMap(row -> Pattern.compile("ServerProfile\\.(\\w+)").matcher(row.get(1)).results())
            .map(found -> found.group(1))
            .toList();
    List<String> presets =
        Arrays.stream(ServerProfile.class.getMethods())
            .filter(method -> method.getReturnType() == ServerProfile.class)
            .map(java.lang.reflect.Method::getName)
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(presets);
    assertThat(COLUMNS).hasSameSizeAs(presets);
  }

  @Test
  void profile_ofAKnownServer_isGivenToTheBuilder() {
    String password = "a password";
    DicomWebClient client =
        DicomWebClient.builder("https://pacs.example.org/dicom-web")
            .profile(ServerProfile.orthanc())
            .credentials(Credentials.basic("reader", password))
            .build();
    try (client) {
      assertThatThrownBy(() -> client.retrieveZip("1.2.3").saveTo(directory))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("ZIP");
    }
  }

  @Test
  void services_canHaveRootsOfTheirOwn() {
    DicomWebClient client =
        DicomWebClient.builder("https://pacs.example.org/dicom-web")
            .searchUrl("https://pacs.example.org/qido")
            .retrieveUrl("https://pacs.example.org/wado-rs")
            .storeUrl("https://pacs.example.org/stow")
            .wadoUriUrl("https://pacs.example.org/wado")
            .build();
    try (client) {
      assertThat(client.rebase("https://inside.example.org/wado-rs/studies/1.2"))
          .startsWith("https://pacs.example.org/wado-rs");
    }
  }

  @Test
  void probe_findsAProfile() {
    ProbeReport report = client.probe().execute();
    report.findings().forEach(System.out::println);
    DicomWebClient taught = client.withProfile(report.profile());
    assertThat(report.requests()).isLessThanOrEqualTo(ProbeRequest.REQUESTS).isEqualTo(22);
    assertThat(printed()).hasSizeGreaterThan(10);
    assertThat(taught.searchForStudies().execute().results()).hasSize(2);
    assertThat(server.requests()).extracting("method").containsOnly("GET", "OPTIONS");
  }

  @Test
  void profile_ofAServerOfOnesOwn_isAChangedCopy() {
    ServerProfile profile =
        ServerProfile.orthanc().toBuilder()
            .queryEscaping(QueryEscaping.PERCENT)
            .pageSize(100)
            .with(Feature.ZIP)
            .without(Feature.THUMBNAIL)
            .build();
    assertThat(with(profile).searchForStudies().patientName("Müller*").stream()).hasSize(1);
    assertThat(server.requests().get(0).target()).contains("limit=100", "%C3%BC");
    assertThat(profile.has(Feature.ZIP)).isTrue();
  }

  @Test
  void ohif_isADescriptionToo() {
    String json = "{ wadoRoot: '%s', supportsFuzzyMatching: false }".formatted(server.baseUrl());
    try (DicomWebClient client = DicomWebClient.builder(OhifDataSource.parse(json)).build()) {
      assertThat(client.searchForStudies().execute().results()).hasSize(2);
    }
  }

  @Test
  void deviations_areWarnings() {
    server.behavior(
        server.behavior().withAnswers(answers -> answers.withContentType(Label.TEXT_PLAIN)));
    RetrieveReport report = client.retrieveStudy(studyUid).saveTo(directory);
    List<Warning> deviations =
        report.warnings().stream()
            .filter(warning -> warning.kind() == Warning.Kind.TOLERATED)
            .toList();
    assertThat(deviations).isNotEmpty();
  }

  static String advice(DicomWebException failure) {
    if (failure instanceof NotFoundException) {
      return "it is not there";
    }
    if (failure instanceof AuthenticationException || failure instanceof CredentialsException) {
      return "see to the credentials";
    }
    if (failure instanceof TransportException broken) {
      return broken.requestSent() ? "the server may have acted" : "send it again";
    }
    if (failure instanceof HttpStatusException refused) {
      return refused.status()
          + ", try again after "
          + refused.header("retry-after").orElse("a while");
    }
    return "show it to whoever runs the server: " + failure.getMessage();
  }

  private String adviceOf(DicomWebClient asking) {
    return advice(
        catchThrowableOfType(
            DicomWebException.class, () -> asking.retrieveMetadata("1.2.3").execute()));
  }

  @Test
  void errors_areToldApart() {
    assertThat(adviceOf(client)).isEqualTo("it is not there");
    server.behavior(server.behavior().withFaults(faults -> faults.withBusy(1, 503, 7)));
    assertThat(adviceOf(client)).isEqualTo("503, try again after 7");
    server.requireBearer("a token");
    assertThat(adviceOf(client)).isEqualTo("see to the credentials");
    try (DicomWebClient nobody = DicomWebClient.builder("http://localhost:1/").build()) {
      assertThat(adviceOf(nobody)).isEqualTo("send it again");
    }
  }

  @Test
  void http_isAsTheApplicationWantsIt() {
    String proxyHost = "proxy.example.org";
    String baseUrl = "https://pacs.example.org/dicom-web";
    OkHttpClient http =
        new OkHttpClient.Builder()
            .socketFactory(BulkSockets.factory())
            .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxyHost, 3128)))
            .protocols(List.of(Protocol.HTTP_1_1))
            .build();
    DicomWebClient client = DicomWebClient.builder(baseUrl).httpClient(http).build();
    client.close();
    assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
  }

  @Test
  void timeouts_areByPhase() {
    Timeouts patient =
        Timeouts.defaults()
            .withConnect(Duration.ofSeconds(5))
            .withFirstByte(Duration.ofMinutes(10))
            .withStall(Duration.ofMinutes(2));
    try (DicomWebClient client =
        DicomWebClient.builder(server.baseUrl()).timeouts(patient).build()) {
      assertThat(client.searchForStudies().execute().results()).hasSize(2);
    }
  }
}
