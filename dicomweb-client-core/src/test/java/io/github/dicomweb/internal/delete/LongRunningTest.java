// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.delete.DeleteReport;
import io.github.dicomweb.delete.DeleteStatus;
import io.github.dicomweb.delete.Deletions;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Origins;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.http.TransportSettings;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletions that are answered by an operation, with a clock that goes only when it is waited. */
class LongRunningTest {
  private static final String NAME = "projects/p/locations/l/datasets/d/operations/1 7";
  private static final String BASE = "/v1/projects/p/locations/l/datasets/d/dicomStores/s/dicomWeb";

  private MockWebServer server = new MockWebServer();
  private OkHttpClient http = new OkHttpClient();
  private final FakePauses pauses = new FakePauses();

  @BeforeEach
  void start() throws IOException {
    server = new MockWebServer();
    server.start();
    http = new OkHttpClient();
  }

  @AfterEach
  void stop() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    server.close();
  }

  /** Time goes by only while somebody waits. */
  private static class FakePauses implements Pauses {
    final List<Duration> waited = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void pause(Duration time, Operation operation) throws InterruptedException {
      waited.add(time);
      now += time.toNanos();
    }
  }

  private Deletions deletions(String path, Pauses time) {
    return deletions(path, time, Credentials.bearer(() -> "secret"));
  }

  private Deletions deletions(String path, Pauses time, Credentials credentials) {
    HttpUrl base = server.url(path);
    return new RealDeletions(
        new Transport(
            http,
            new TransportSettings(
                Map.of(Service.RETRIEVE, base),
                new Origins(List.of(base), Map.of(), false),
                credentials,
                Timeouts.defaults(),
                Limits.defaults(),
                ServerProfile.google(),
                List.of(),
                null)),
        time);
  }

  private Deletions deletions() {
    return deletions(BASE, pauses);
  }

  private void answer(String body) {
    answer(200, body);
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private static String operation(String more) {
    return "{\"name\":\"" + NAME + "\",\"metadata\":{\"name\":\"x\",\"a\":[{}]}" + more + "}";
  }

  private RecordedRequest take() throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
  }

  @Test
  void operation_isAskedForLessAndLessOften_untilItIsDone() throws Exception {
    answer(operation(",\"done\":false"));
    for (int i = 0; i < 6; i++) {
      answer(operation(""));
    }
    answer(operation(",\"done\":true,\"response\":{\"@type\":\"x\"}"));
    DeleteReport report = deletions().study("1.2").execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.DELETED);
    assertThat(report.operation()).contains(NAME);
    assertThat(report.httpStatus()).isEqualTo(200);
    assertThat(pauses.waited)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    RecordedRequest first = take();
    assertThat(first.getMethod()).isEqualTo("DELETE");
    assertThat(first.getTarget()).isEqualTo(BASE + "/studies/1.2");
    RecordedRequest second = take();
    assertThat(second.getMethod()).isEqualTo("GET");
    assertThat(second.getTarget())
        .isEqualTo("/v1/projects/p/locations/l/datasets/d/operations/1%207");
    assertThat(second.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  void operation_doneAtOnce_isNotAskedFor() {
    answer(operation(",\"done\":true"));
    assertThat(deletions().series("1.2", "3").execute().status()).isEqualTo(DeleteStatus.DELETED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void answerWithoutAnOperation_isDone() {
    for (String body : List.of("", " ", "{}")) {
      answer(body);
      DeleteReport report = deletions().instance("1", "2", "3").execute();
      assertThat(report.status()).as(body).isEqualTo(DeleteStatus.DELETED);
      assertThat(report.operation()).isEmpty();
    }
  }

  @Test
  void operationThatFails_saysWhy() {
    answer(operation(""));
    answer(
        operation(
            ",\"done\":true,\"error\":{\"details\":[{\"code\":1}],\"code\":7,"
                + "\"message\":\"not allowed\"}"));
    DeleteReport report = deletions().study("1.2").execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.FAILED);
    assertThat(report.errorCode()).hasValue(7);
    assertThat(report.message()).isEqualTo("not allowed");
    assertThat(report.toString()).isEqualTo("DeleteReport[FAILED, status 200, error 7]");
  }

  @Test
  void timeThatIsOver_leavesTheNameToAskAgain() {
    answer(operation(""));
    answer(operation(""));
    answer(operation(""));
    DeleteReport report = deletions().study("1.2").waitAtMost(Duration.ofMillis(2500)).execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.UNFINISHED);
    assertThat(report.failure()).isEmpty();
    assertThat(pauses.waited).extracting(Duration::toMillis).containsExactly(1000L, 1500L);
    answer(operation(",\"done\":true"));
    String name = report.operation().orElseThrow();
    assertThat(deletions().operation(name).execute().status()).isEqualTo(DeleteStatus.DELETED);
    assertThat(pauses.waited).hasSize(2);
  }

  @Test
  void waitingForNothing_asksOnce() {
    answer(operation(""));
    assertThat(deletions().study("1.2").waitAtMost(Duration.ZERO).execute().status())
        .isEqualTo(DeleteStatus.UNFINISHED);
    answer(operation(""));
    assertThat(deletions().operation(NAME).waitAtMost(Duration.ZERO).execute().status())
        .isEqualTo(DeleteStatus.UNFINISHED);
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThatThrownBy(() -> deletions().study("1.2").waitAtMost(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void troubleWhileWaiting_isPassedOver_ifItMayPass() {
    answer(operation(""));
    answer(503, "busy");
    answer(429, "slowly");
    answer(200, "<html>");
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    answer(operation(",\"done\":true"));
    DeleteReport report = deletions().study("1.2").execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.DELETED);
    assertThat(report.failure()).isEmpty();
  }

  @Test
  void troubleThatStays_endsInTheReport() {
    answer(operation(""));
    answer(403, "no");
    DeleteReport report = deletions().study("1.2").execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.UNFINISHED);
    assertThat(report.operation()).contains(NAME);
    assertThat(report.failure()).get().isInstanceOf(AuthenticationException.class);
    answer(operation(""));
    answer(500, "");
    report = deletions().study("1.2").waitAtMost(Duration.ofSeconds(1)).execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.UNFINISHED);
    assertThat(report.failure()).get().isInstanceOf(HttpStatusException.class);
  }

  private Deletions losingCredentials(Reason reason, int from, int to) {
    AtomicInteger asked = new AtomicInteger();
    return deletions(
        BASE,
        pauses,
        target -> {
          int now = asked.incrementAndGet();
          if (now >= from && now <= to) {
            throw new CredentialsException("none to be had", reason, null, null);
          }
          return Map.of("Authorization", "Bearer t");
        });
  }

  @Test
  void credentialsThatCannotBeHad_whileWaiting_leaveTheNameToAskAgain() {
    answer(operation(""));
    DeleteReport report = losingCredentials(Reason.SIGN_IN_NEEDED, 2, 99).study("1.2").execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.UNFINISHED);
    assertThat(report.operation()).contains(NAME);
    assertThat(report.failure()).get().isInstanceOf(CredentialsException.class);
    assertThat(pauses.waited).as("asking again would not help").hasSize(1);
  }

  @Test
  void credentialsThatCannotBeHadForAWhile_arePassedOver() {
    answer(operation(""));
    answer(operation(",\"done\":true"));
    DeleteReport report = losingCredentials(Reason.UNAVAILABLE, 2, 3).study("1.2").execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.DELETED);
    assertThat(report.failure()).isEmpty();
  }

  @Test
  void answerThatIsNoOperation_isAnError() {
    for (String body :
        List.of(
            "[]",
            "<html>",
            "{\"done\":true}",
            "{\"name\":\"projects/../x\"}",
            "{\"name\":\"a//b\"}",
            "{\"name\":\"a\"",
            "{\"name\":\"" + "a".repeat(70_000) + "\"}")) {
      answer(body);
      assertThatThrownBy(() -> deletions().study("1.2").execute())
          .as(body)
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void baseWithoutAVersion_isCutWhereTheNameBegins_orTheOperationCannotBeAskedFor()
      throws Exception {
    answer(operation(""));
    answer(operation(",\"done\":true"));
    assertThat(deletions("/proxy/projects/p/x", pauses).study("1").execute().status())
        .isEqualTo(DeleteStatus.DELETED);
    take();
    assertThat(take().getTarget())
        .isEqualTo("/proxy/projects/p/locations/l/datasets/d/operations/1%207");
    answer(operation(""));
    DeleteReport report = deletions("/dicom-web", pauses).study("1").execute();
    assertThat(report.status()).isEqualTo(DeleteStatus.UNFINISHED);
    assertThat(report.operation()).contains(NAME);
    assertThatThrownBy(() -> deletions("/dicom-web", pauses).operation(NAME).execute())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void operationThatIsNotThere_isNotFound() {
    answer(404, "");
    assertThatThrownBy(() -> deletions().operation(NAME).execute())
        .isInstanceOf(NotFoundException.class);
    answer("{}");
    assertThatThrownBy(() -> deletions().operation(NAME).execute())
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void cancelling_endsTheWaiting() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Pauses real =
        new FakePauses() {
          @Override
          public void pause(Duration time, Operation operation) throws InterruptedException {
            waiting.countDown();
            Pauses.REAL.pause(Duration.ofHours(1), operation);
            ended.countDown();
          }
        };
    answer(operation(""));
    CompletableFuture<DeleteReport> future = deletions(BASE, real).study("1").executeAsync();
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(future.cancel(true)).isTrue();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void interruption_leavesTheNameToAskAgain() {
    Pauses interrupted =
        new FakePauses() {
          @Override
          public void pause(Duration time, Operation operation) throws InterruptedException {
            throw new InterruptedException();
          }
        };
    answer(operation(""));
    DeleteReport report = deletions(BASE, interrupted).study("1").execute();
    assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
    assertThat(report.status()).isEqualTo(DeleteStatus.UNFINISHED);
    assertThat(report.operation()).contains(NAME);
  }

  @Test
  void serverThatIsNotThere_isAnException() {
    Deletions deletions = deletions();
    server.close();
    assertThatThrownBy(() -> deletions.study("1").execute())
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestSent()).isFalse());
  }
}
