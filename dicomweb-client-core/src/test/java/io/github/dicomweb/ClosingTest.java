// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What closing a client does to that which is under way. */
class ClosingTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final List<TestObject> objects = TestStudies.ctSlices().subList(0, 2);
  private final String study = objects.get(0).studyInstanceUid();

  /** Sends one instance and the beginning of another, and nothing more for a minute. */
  private static MockResponse endless(List<TestObject> objects) {
    byte[] body = Wire.multipart(objects.get(0).bytes(), objects.get(1).bytes()).readByteArray();
    int cut = body.length - 10_000;
    return Wire.multipartResponse()
        .body(new Buffer().write(body))
        .throttleBody(cut, 1, TimeUnit.MINUTES)
        .build();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private boolean secondIsArriving() throws IOException {
    return files().size() == 2;
  }

  private CompletableFuture<RetrieveReport> savingSlowly(DicomWebClient client) {
    wire.enqueue(endless(objects));
    CompletableFuture<RetrieveReport> future = client.retrieveStudy(study).saveToAsync(directory);
    await().atMost(Duration.ofSeconds(20)).until(this::secondIsArriving);
    return future;
  }

  @Test
  void closing_endsATransfer_andReturnsWhenItsTemporaryFileIsGone() throws IOException {
    DicomWebClient client = wire.client();
    CompletableFuture<RetrieveReport> future = savingSlowly(client);
    client.close();
    assertThat(files()).singleElement().asString().endsWith(".dcm");
    RetrieveReport report = future.join();
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.received()).isEqualTo(1);
    assertThat(report.failure())
        .get()
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.CANCELLED));
  }

  @Test
  void closing_afterACancellation_waitsForTheTemporaryFileToo() throws IOException {
    DicomWebClient client = wire.client();
    CompletableFuture<RetrieveReport> future = savingSlowly(client);
    assertThat(future.cancel(true)).isTrue();
    client.close();
    assertThat(files()).hasSize(1);
  }

  @Test
  void closing_endsWhatClientsOfTheSameServerDo_andTheyEndOnlyTheirOwn() throws IOException {
    DicomWebClient client = wire.client();
    DicomWebClient user = client.withCredentials(Credentials.bearer(() -> "t"));
    DicomWebClient another = client.withProfile(io.github.dicomweb.profile.ServerProfile.orthanc());
    CompletableFuture<RetrieveReport> future = savingSlowly(user);
    another.close();
    assertThat(future).isNotDone();
    assertThat(files()).hasSize(2);
    client.close();
    assertThat(files()).hasSize(1);
    assertThat(future.join().received()).isEqualTo(1);
    assertThatThrownBy(() -> user.searchForStudies().execute())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closing_endsSearchesAndOpenParts() throws Exception {
    DicomWebClient client = wire.client();
    wire.enqueue(endless(objects));
    try (Parts<InstancePart> parts = client.retrieveStudy(study).open()) {
      assertThat(parts.next().orElseThrow().readAllBytes()).hasSizeGreaterThan(0);
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      wire.dispatch(
          request -> {
            asked.countDown();
            hold(release);
            return Wire.json("[]");
          });
      CompletableFuture<SearchPage> search = client.searchForStudies().executeAsync();
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      client.close();
      assertThatThrownBy(() -> parts.next().orElseThrow().readAllBytes())
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.CANCELLED));
      assertThatThrownBy(search::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(TransportException.class);
      release.countDown();
    }
  }

  private static void hold(CountDownLatch latch) {
    try {
      boolean unused = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closing_byWhoeverHearsOfAFile_doesNotWaitForItself() throws IOException {
    DicomWebClient client = wire.client();
    wire.enqueue(endless(objects));
    long start = System.nanoTime();
    RetrieveReport report =
        client.retrieveStudy(study).onInstance(saved -> client.close()).saveTo(directory);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(report.received()).isEqualTo(1);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(files()).hasSize(1);
  }

  @Test
  void closing_ofAClientWithThreadsOfItsOwn_waitsAsWell() throws IOException {
    DicomWebClient client = DicomWebClient.builder(wire.baseUrl()).build();
    CompletableFuture<RetrieveReport> future = savingSlowly(client);
    client.close();
    client.close();
    assertThat(files()).hasSize(1);
    assertThat(Objects.requireNonNull(future.join()).received()).isEqualTo(1);
  }
}
