// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.build.SecondaryCapture;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.ReceivedRequest;
import io.github.dicomweb.testkit.behavior.AnswerBehavior;
import io.github.dicomweb.testkit.behavior.PageBehavior;
import io.github.dicomweb.testkit.behavior.PageBehavior.CapNotice;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Listing;
import io.github.dicomweb.testkit.behavior.Truncation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of docs/testing.md. */
class TestingPageTest extends PageTest {

  private Path files = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    files = directory.resolve("files");
    TestStudies.copyAllTo(files);
  }

  /** Stands for the application that is tested. */
  private record Cohort(String baseUrl) {
    List<String> patientsOf(LocalDate day) {
      try (DicomWebClient client = DicomWebClient.builder(baseUrl).build()) {
        return client.searchForStudies().studyDate(day).stream()
            .map(study -> study.string(Tag.PatientID).orElse("?"))
            .toList();
      }
    }
  }

  @Nested
  @ExtendWith(DicomWebServerExtension.class)
  class CohortTest {
    @Test
    void patientsOfADay_areThoseOfItsStudies(DicomWebTestServer server) throws IOException {
      server.storeAll(files);

      assertThat(new Cohort(server.baseUrl()).patientsOf(LocalDate.of(2026, 1, 15)))
          .containsExactlyInAnyOrder("PHANTOM-1", "HAND-2");

      ReceivedRequest request = server.requests().get(0);
      assertThat(request.target()).contains("StudyDate=20260115");
      assertThat(request.header("Accept")).hasValue("application/dicom+json");
    }
  }

  @Test
  void instances_areBuiltInCode() {
    server.clear();
    BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
    Dataset capture =
        SecondaryCapture.of(picture).toDataset().toBuilder()
            .put(Tag.PatientID, "TEST-1")
            .put(Tag.StudyDate, "20260115")
            .build();
    client.storeInstances().add(capture).execute().orThrow();
    assertThat(server.size()).isEqualTo(1);
    assertThat(client.searchForStudies().patientId("TEST-1").execute().results()).hasSize(1);
  }

  @Test
  void answer_thatIsCut_isNoticed() {
    server.behavior(
        ServerBehavior.standard()
            .withAnswers(
                answers ->
                    answers.withTruncation(
                        Truncation.after(60_000, Truncation.Ending.WELL_FRAMED))));
    RetrieveReport report = client.retrieveSeries(studyUid, seriesUid).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.failure()).isPresent();
  }

  @Test
  void instance_thatIsLeftOut_isNamed() {
    server.behavior(
        ServerBehavior.standard()
            .withAnswers(
                answers -> answers.withCompleteness(AnswerBehavior.Completeness.SILENTLY_PARTIAL)));
    RetrieveReport report = client.retrieveSeries(studyUid, seriesUid).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing()).hasSize(1);
  }

  @Test
  void store_thatIsNotConfirmed_isNoticed() {
    server.behavior(
        ServerBehavior.standard().withStore(store -> store.withListing(Listing.NOT_THE_LAST)));
    StoreReport report = client.storeInstances().add(files).execute();
    assertThat(report.unconfirmed()).hasSize(1);
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void results_thatAreHeldBack_areNoticed() {
    server.behavior(
        ServerBehavior.standard()
            .withPages(
                pages ->
                    pages
                        .withCap(1)
                        .withCapNotice(CapNotice.WARNED)
                        .withOffset(PageBehavior.Offset.IGNORED)));
    try (SearchResults results = client.searchForStudies().results()) {
      assertThat(results).hasSize(1);
      assertThat(results.completeness()).isEqualTo(Completeness.TRUNCATED);
    }
  }

  @Test
  void server_thatIsBusy_isAskedAgain() {
    server.behavior(ServerBehavior.standard().withFaults(faults -> faults.withBusy(1, 503, 2)));
    assertThatThrownBy(() -> client.searchForStudies().execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.header("retry-after")).hasValue("2"));
    assertThat(client.searchForStudies().execute().results()).hasSize(2);
  }

  @Test
  void token_thatEnds_isNoticed() {
    server.requireBearer("today");
    try (DicomWebClient client =
        DicomWebClient.builder(server.baseUrl())
            .credentials(Credentials.bearer(() -> "yesterday"))
            .build()) {
      assertThatThrownBy(() -> client.searchForStudies().execute())
          .isInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void server_thatSaysNothing_isGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0);
        DicomWebClient client =
            DicomWebClient.builder("http://localhost:" + silent.getLocalPort())
                .timeouts(Timeouts.defaults().withFirstByte(Duration.ofMillis(300)))
                .build()) {
      assertThatThrownBy(() -> client.searchForStudies().execute())
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.TIMEOUT));
    }
  }

  static Stream<ServerBehavior> products() {
    return Stream.of(
        ServerBehavior.standard(),
        ServerBehavior.orthanc(),
        ServerBehavior.dcm4chee(),
        ServerBehavior.google(),
        ServerBehavior.azure(),
        ServerBehavior.awsHealthImaging(),
        ServerBehavior.staticDicomWeb());
  }

  @ParameterizedTest
  @MethodSource("products")
  void cohort_ofEachProduct_isFound(ServerBehavior product) {
    server.behavior(product);
    assertThat(new Cohort(server.baseUrl()).patientsOf(LocalDate.of(2026, 1, 15))).hasSize(2);
  }

  @Test
  void http2_isSpokenToo() {
    OkHttpClient http =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    try (DicomWebTestServer server = DicomWebTestServer.startHttp2();
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).httpClient(http).build()) {
      assertThat(client.searchForStudies().execute().results()).isEmpty();
    }
  }

  @Test
  void requests_tellWhatWasAsked() {
    client.storeInstances().add(files).execute().orThrow();
    assertThat(server.requests()).filteredOn(request -> request.method().equals("POST")).hasSize(1);
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.header("Authorization")).isEmpty());
  }
}
