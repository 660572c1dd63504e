// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.InsufficientScopeException;
import io.github.dicomweb.error.InvalidTokenException;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transaction is sent once more after a 401, never after a 403, and says what it was. */
class RefusedTransactionsTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final RotatingCredentials credentials = new RotatingCredentials("t");

  static Stream<String> names() {
    return Transactions.all("http://h", Path.of("")).keySet().stream();
  }

  private Throwable failure(String name) {
    DicomWebClient client = wire.client(wire.builder().credentials(credentials));
    Transactions.Transaction transaction =
        Objects.requireNonNull(Transactions.all(wire.baseUrl(), directory).get(name));
    Throwable failure = catchThrowable(() -> transaction.run(client));
    return failure instanceof ExecutionException
        ? Objects.requireNonNull(failure.getCause())
        : failure;
  }

  private List<String> sentTokens() throws InterruptedException {
    List<String> tokens = new ArrayList<>();
    for (int i = wire.requests(); i > 0; i--) {
      tokens.add(wire.take().getHeaders().get("Authorization"));
    }
    return tokens;
  }

  private static MockResponse refusal(int status, String challenge) {
    return new MockResponse.Builder().code(status).addHeader("WWW-Authenticate", challenge).build();
  }

  @ParameterizedTest
  @MethodSource("names")
  void transaction_refusedWith401_isSentOnceMore_withTheNewToken(String name) throws Exception {
    wire.dispatch(request -> refusal(401, "Bearer error=\"invalid_token\""));
    assertThat(failure(name)).isInstanceOf(InvalidTokenException.class);
    assertThat(sentTokens()).containsExactly("Bearer t0", "Bearer t1");
    assertThat(credentials.refusals).hasSize(1);
    assertThat(credentials.refusals.get(0).challenges())
        .containsExactly("Bearer error=\"invalid_token\"");
  }

  @ParameterizedTest
  @MethodSource("names")
  void transaction_refusedWith403_isNotSentAgain_andNoTokenIsRenewed(String name) throws Exception {
    wire.dispatch(request -> refusal(403, "Bearer error=\"insufficient_scope\", scope=\"a b\""));
    assertThat(failure(name))
        .isInstanceOfSatisfying(
            InsufficientScopeException.class,
            e -> assertThat(e.requiredScopes()).containsExactly("a", "b"));
    assertThat(sentTokens()).containsExactly("Bearer t0");
    assertThat(credentials.refusals).isEmpty();
  }

  @Test
  void streamedStore_isSentAgainFromTheBeginning() throws Exception {
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    AtomicInteger opened = new AtomicInteger();
    wire.enqueueStatus(401);
    wire.enqueueJson(StoreAnswers.stored(TestStudies.ctSlices().get(0).sopInstanceUid()));
    var report =
        wire.client(wire.builder().credentials(credentials))
            .storeInstances()
            .add(
                InstanceSource.of(
                    "a",
                    () -> {
                      opened.incrementAndGet();
                      return new ByteArrayInputStream(file);
                    }))
            .execute();
    assertThat(report.isComplete()).isTrue();
    var first = wire.take();
    var second = wire.take();
    assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer t0");
    assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer t1");
    assertThat(second.getBody()).isNotNull().isEqualTo(first.getBody());
    assertThat(second.getBodySize()).isGreaterThan(file.length);
    assertThat(opened).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void tokenThatEndsBetweenTwoPages_isRenewedThere() throws Exception {
    wire.enqueueJson(Wire.studies(0, 2));
    wire.enqueueStatus(401);
    wire.enqueueJson(Wire.studies(2, 1));
    wire.enqueueJson("[]");
    List<String> found = new ArrayList<>();
    try (SearchResults results =
        wire.client(wire.builder().credentials(credentials))
            .searchForStudies()
            .pageSize(2)
            .results()) {
      results.forEach(study -> found.add(study.string(Tag.StudyInstanceUID).orElse("")));
    }
    assertThat(found).containsExactly("1.9.0", "1.9.1", "1.9.2");
    assertThat(sentTokens()).startsWith("Bearer t0", "Bearer t0", "Bearer t1");
  }

  @Test
  void renewalThatGivesNothingBetter_leavesTheAnswerAsItIs() {
    wire.dispatch(request -> refusal(401, "Bearer error=\"invalid_token\""));
    Credentials stubborn = Credentials.bearer(() -> "t");
    assertThat(
            catchThrowable(
                () ->
                    wire.client(wire.builder().credentials(stubborn))
                        .retrieveMetadata("1")
                        .execute()))
        .isInstanceOf(InvalidTokenException.class);
    assertThat(wire.requests()).isEqualTo(1);
  }
}
