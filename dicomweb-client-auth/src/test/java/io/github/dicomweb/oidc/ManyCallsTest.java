// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.InvalidTokenException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many calls of a client at once, with a token that is over. */
class ManyCallsTest {
  private static final int CALLS = 1000;

  @RegisterExtension final LoginServer login = new LoginServer();
  private final MockWebServer archive = new MockWebServer();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLS);
  private final ManualClock clock = new ManualClock();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile String accepted = "Bearer t1";

  @BeforeEach
  void start() throws Exception {
    archive.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(String.valueOf(request.getHeaders().get("Authorization")));
          }
        });
    archive.start();
  }

  @AfterEach
  void stop() {
    callers.shutdownNow();
    archive.close();
  }

  private MockResponse answer(String authorization) {
    seen.add(authorization);
    if (authorization.equals(accepted)) {
      return new MockResponse.Builder()
          .addHeader("Content-Type", "application/dicom+json")
          .body("[]")
          .build();
    }
    refused.incrementAndGet();
    return new MockResponse.Builder()
        .code(401)
        .addHeader("WWW-Authenticate", "Bearer realm=\"hospital\", error=\"invalid_token\"")
        .build();
  }

  private List<Future<Boolean>> callAtOnce(DicomWebClient client) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(CALLS);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      all.add(
          callers.submit(
              () -> {
                ready.countDown();
                assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
                return !client.searchForStudies().execute().iterator().hasNext();
              }));
    }
    assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
    go.countDown();
    return all;
  }

  private DicomWebClient client(OidcCredentials credentials, OkHttpClient http) {
    return DicomWebClient.builder(archive.url("/dicom-web").toString())
        .credentials(credentials)
        .httpClient(http)
        .build();
  }

  @Test
  void thousandCalls_withATokenThatIsOver_causeOneTokenRequestAndSucceed() throws Exception {
    try (OidcCredentials credentials = login.oidc().clock(clock).clientCredentials();
        DicomWebClient client = client(credentials, new OkHttpClient())) {
      assertThat(client.searchForStudies().execute()).isEmpty();
      assertThat(login.asked()).hasSize(1);
      accepted = "Bearer t2";
      clock.forward(Duration.ofSeconds(61));
      for (Future<Boolean> call : callAtOnce(client)) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(login.asked()).as("one request for all of them").hasSize(2);
    assertThat(seen).containsExactlyInAnyOrder("Bearer t1", "Bearer t2");
    assertThat(refused).as("no call was sent with the old one").hasValue(0);
  }

  @Test
  void thousandCalls_withATokenThatWasRevoked_causeOneTokenRequestAndSucceed() throws Exception {
    try (OidcCredentials credentials = login.oidc().clock(clock).clientCredentials();
        DicomWebClient client = client(credentials, new OkHttpClient())) {
      assertThat(client.searchForStudies().execute()).isEmpty();
      accepted = "Bearer t2";
      for (Future<Boolean> call : callAtOnce(client)) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(login.asked()).as("one request for all of them").hasSize(2);
    assertThat(refused.get()).isBetween(1, CALLS);
  }

  @Test
  void tokens_thatAreNeverAccepted_doNotFloodTheAuthorizationServer() throws Exception {
    accepted = "nothing";
    try (OidcCredentials credentials = login.oidc().clock(clock).clientCredentials();
        DicomWebClient client = client(credentials, new OkHttpClient())) {
      for (Future<Boolean> call : callAtOnce(client)) {
        assertThat(call)
            .failsWithin(Duration.ofSeconds(60))
            .withThrowableThat()
            .havingCause()
            .isInstanceOf(InvalidTokenException.class);
      }
    }
    assertThat(login.asked()).as("the first, and one because it was refused").hasSize(2);
  }
}
