// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dispatcher;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several transfers of one retrieval at once. */
class ParallelRetrieveTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final List<TestObject> objects = TestStudies.phantomStudy();
  private final String study = objects.get(0).studyInstanceUid();
  private final List<String> series =
      objects.stream().map(TestObject::seriesInstanceUid).distinct().toList();
  private final Shelf shelf = new Shelf().add(objects);

  @BeforeEach
  void serve() {
    wire.dispatch(shelf);
  }

  private String path(String uid) {
    return "/studies/" + study + "/series/" + uid;
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void series_comeAtTheSameTime_inOneReport() throws IOException {
    // Each of the first two is answered only when both have been asked for.
    CyclicBarrier both = new CyclicBarrier(2);
    wire.dispatch(
        request -> {
          String asked = request.getUrl().encodedPath();
          if (asked.endsWith(series.get(0)) || asked.endsWith(series.get(1))) {
            meet(both);
          }
          return shelf.apply(request);
        });
    List<SavedInstance> saved = new ArrayList<>();
    List<Progress> progress = new ArrayList<>();
    RetrieveReport report =
        wire.client()
            .retrieveStudy(study)
            .parallel(2)
            .onInstance(saved::add)
            .onProgress(progress::add)
            .saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.received()).isEqualTo(objects.size());
    assertThat(report.expected()).hasValue(objects.size());
    assertThat(report.warnings()).isEmpty();
    assertThat(saved).hasSize(objects.size());
    assertThat(progress).extracting(Progress::bytes).isSorted();
    assertThat(progress.get(progress.size() - 1).bytes()).isEqualTo(report.bytes());
    assertThat(tree()).hasSize(objects.size());
    assertThat(shelf.takeRetrieved())
        .containsExactlyInAnyOrderElementsOf(series.stream().map(this::path).toList());
    assertThat(shelf.takeSearched()).hasSize(1);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("they were not asked for at the same time", e);
    }
  }

  @Test
  void oneSeries_isOneRequest() {
    RetrieveReport report =
        wire.client().retrieveSeries(study, series.get(0)).parallel(4).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(shelf.takeRetrieved()).containsExactly(path(series.get(0)));
  }

  @Test
  void instancesOneByOne_comeSeveralAtOnce() {
    ServerProfile profile =
        ServerProfile.standard().toBuilder()
            .without(Feature.STUDY_RETRIEVAL, Feature.SERIES_RETRIEVAL)
            .build();
    RetrieveReport report =
        wire.client(wire.builder().profile(profile))
            .retrieveStudy(study)
            .parallel(3)
            .saveToAsync(directory)
            .join();
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.received()).isEqualTo(objects.size());
    assertThat(shelf.takeRetrieved()).hasSize(objects.size());
  }

  @Test
  void seriesThatFails_isMissingInstanceByInstance_andTheOthersCome() throws IOException {
    shelf.answer(path(series.get(0)), new MockResponse.Builder().code(503).build());
    RetrieveReport report = wire.client().retrieveStudy(study).parallel(4).saveTo(directory);
    List<String> missing =
        objects.stream()
            .filter(object -> object.seriesInstanceUid().equals(series.get(0)))
            .map(TestObject::sopInstanceUid)
            .toList();
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing()).containsExactlyInAnyOrderElementsOf(missing);
    assertThat(report.failure()).isEmpty();
    assertThat(report.failureOf(missing.get(0))).isPresent();
    assertThat(report.warnings()).hasSize(1);
    assertThat(tree()).hasSize(objects.size() - missing.size());

    shelf.answerAsEver(path(series.get(0)));
    RetrieveReport rest = wire.client().retrieveStudy(study).resume().parallel(4).saveTo(directory);
    assertThat(rest.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(rest.received()).isEqualTo(missing.size());
  }

  /** All that is listed came, and the answer was cut all the same: who knows of what else. */
  @Test
  void answerWithoutItsClosingDelimiter_isNeverComplete() {
    String uid = series.get(0);
    Buffer cut =
        Wire.multipart(
            objects.stream()
                .filter(object -> object.seriesInstanceUid().equals(uid))
                .map(TestObject::bytes)
                .toArray(byte[][]::new));
    Buffer body = new Buffer();
    body.write(cut, cut.size() - "--\r\n".length());
    body.writeUtf8("\r\n");
    shelf.answer(path(uid), Wire.multipartResponse().body(body).build());
    RetrieveReport report = wire.client().retrieveStudy(study).parallel(2).saveTo(directory);
    assertThat(report.missing()).isEmpty();
    assertThat(report.received()).isEqualTo(objects.size());
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.failure()).isPresent();
  }

  @Test
  void credentialsThatAreRefused_stopTheRest() {
    MockResponse refusal = new MockResponse.Builder().code(401).build();
    series.forEach(uid -> shelf.answer(path(uid), refusal));
    RetrieveReport report = wire.client().retrieveStudy(study).parallel(2).saveTo(directory);
    assertThat(report.failure()).get().isInstanceOf(AuthenticationException.class);
    assertThat(report.missing()).hasSize(objects.size());
    assertThat(shelf.takeRetrieved()).hasSizeLessThan(series.size());
  }

  @Test
  void serverThatIsGone_isNotAskedForEachInstance() {
    ServerProfile profile =
        ServerProfile.standard().toBuilder()
            .without(Feature.STUDY_RETRIEVAL, Feature.SERIES_RETRIEVAL)
            .build();
    objects.forEach(
        object ->
            shelf.answer(
                path(object.seriesInstanceUid()) + "/instances/" + object.sopInstanceUid(),
                new MockResponse.Builder()
                    .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build()));
    RetrieveReport report =
        wire.client(wire.builder().profile(profile))
            .retrieveStudy(study)
            .parallel(2)
            .saveTo(directory);
    assertThat(report.failure()).get().isInstanceOf(TransportException.class);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(shelf.takeRetrieved()).hasSizeLessThan(10);
  }

  @Test
  void cancelling_stopsAllOfThem() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    wire.dispatch(
        request -> {
          MockResponse answer = shelf.apply(request);
          if (request.getUrl().encodedPath().contains("/series/")) {
            asked.countDown();
            hold(release);
          }
          return answer;
        });
    CompletableFuture<RetrieveReport> future =
        wire.client().retrieveStudy(study).parallel(2).saveToAsync(directory);
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(future.cancel(true)).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> wire.http().connectionPool().connectionCount() <= 1);
    release.countDown();
    assertThat(shelf.takeRetrieved()).hasSize(2);
    assertThat(tree()).isEmpty();
  }

  private static void hold(CountDownLatch latch) {
    try {
      boolean unused = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void executorWithoutThreadsToSpare_onlyMakesItSlower() {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      RetrieveReport report =
          wire.client(
                  wire.builder()
                      .httpClient(wire.http().newBuilder().dispatcher(new Dispatcher(one)).build()))
              .retrieveStudy(study)
              .parallel(4)
              .saveToAsync(directory)
              .join();
      assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void listenerThatThrows_endsAll() throws IOException {
    InstancesRequest request =
        wire.client()
            .retrieveStudy(study)
            .parallel(3)
            .onInstance(
                saved -> {
                  throw new IllegalStateException("enough");
                });
    assertThatThrownBy(() -> request.saveTo(directory)).hasMessage("enough");
    assertThat(tree()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void parallel_ofNone_isRefused() {
    InstancesRequest request = wire.client().retrieveStudy(study);
    assertThatThrownBy(() -> request.parallel(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
