// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials that cannot be had: before anything is sent, and in the middle of things. */
class CredentialsFailureTest {
  private final CredentialsException down =
      new CredentialsException("the provider is down", Reason.UNAVAILABLE, null, null);

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  static Stream<String> names() {
    return Transactions.all("http://h", Path.of("")).keySet().stream();
  }

  /** Credentials that can be had so many times. */
  private static final class Lasting implements Credentials {
    final AtomicInteger asked = new AtomicInteger();
    private final int times;
    private final RuntimeException failure;

    Lasting(int times, RuntimeException failure) {
      this.times = times;
      this.failure = failure;
    }

    @Override
    public Map<String, String> headers(Target target) {
      if (asked.incrementAndGet() > times) {
        throw failure;
      }
      return Map.of("Authorization", "Bearer t");
    }

    @Override
    public boolean renew(Refusal refusal) {
      throw failure;
    }
  }

  private DicomWebClient client(Credentials credentials, ServerProfile profile) {
    return wire.client(wire.builder().credentials(credentials).profile(profile));
  }

  private DicomWebClient client(Credentials credentials) {
    return client(credentials, ServerProfile.standard());
  }

  private Throwable failure(String name, Credentials credentials) {
    DicomWebClient client = client(credentials);
    Transactions.Transaction transaction =
        Objects.requireNonNull(Transactions.all(wire.baseUrl(), directory).get(name));
    Throwable failure = catchThrowable(() -> transaction.run(client));
    return failure instanceof ExecutionException
        ? Objects.requireNonNull(failure.getCause())
        : failure;
  }

  @ParameterizedTest
  @MethodSource("names")
  void transaction_withoutThem_throwsWhatTheyThrew_andSendsNothing(String name) {
    Lasting none = new Lasting(0, down);
    assertThat(failure(name, none)).isSameAs(down);
    assertThat(none.asked).hasValue(1);
    assertThat(wire.requests()).isZero();
  }

  @ParameterizedTest
  @MethodSource("names")
  void transaction_whoseCredentialsAreBroken_throwsWhatTheyThrew(String name) {
    RuntimeException broken = new IllegalStateException("no token yet");
    assertThat(failure(name, new Lasting(0, broken))).isSameAs(broken);
    assertThat(wire.requests()).isZero();
  }

  @ParameterizedTest
  @MethodSource("names")
  void transaction_whoseCredentialsCannotBeRenewed_throwsWhatTheyThrew(String name) {
    wire.dispatch(request -> new MockResponse.Builder().code(401).body("no").build());
    assertThat(failure(name, new Lasting(1, down))).isSameAs(down);
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void redirection_toWhereTheyCannotBeHad_throwsWhatTheyThrew() {
    wire.dispatch(
        request -> new MockResponse.Builder().code(302).addHeader("Location", "/x").build());
    assertThatThrownBy(() -> client(new Lasting(1, down)).searchForStudies().execute())
        .isSameAs(down);
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void future_ofATransactionWithoutThem_endsWithWhatTheyThrew() {
    assertThat(client(new Lasting(0, down)).searchForStudies().executeAsync())
        .failsWithin(10, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCause(down);
  }

  @Test
  void pages_beforeThem_areDelivered_andTheNextOneThrows_andIsNoEnd() {
    wire.dispatch(request -> Wire.json(Wire.studies(0, 2)));
    List<Dataset> found = new ArrayList<>();
    try (SearchResults results =
        client(new Lasting(1, down)).searchForStudies().pageSize(2).results()) {
      Iterator<Dataset> each = results.iterator();
      assertThatThrownBy(() -> each.forEachRemaining(found::add)).isSameAs(down);
      assertThat(results.completeness()).isEqualTo(Completeness.UNKNOWN);
    }
    assertThat(found).hasSize(2);
    assertThat(wire.requests()).isEqualTo(1);
  }

  private StoreRequest four(Credentials credentials, ServerProfile.StoreForm form) {
    StoreRequest request =
        client(credentials, ServerProfile.standard().toBuilder().storeForm(form).build())
            .storeInstances();
    for (int i = 1; i <= 4; i++) {
      request = request.add(StoreAnswers.dataset("1.2." + i));
    }
    return request;
  }

  private static List<String> statuses(StoreReport report) {
    return report.outcomes().stream().map(o -> o.status().name()).toList();
  }

  @Test
  void storeOneByOne_thatLosesThem_reportsWhatIsStored_andWhatWasNotSent() {
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    wire.enqueueJson(StoreAnswers.stored("1.2.2"));
    Lasting two = new Lasting(2, down);
    StoreReport report = four(two, ServerProfile.StoreForm.SINGLE_PART).execute();
    assertThat(statuses(report)).containsExactly("STORED", "STORED", "SKIPPED", "SKIPPED");
    assertThat(report.failure()).containsSame(down);
    assertThat(report.outcomes().get(2).message())
        .isEqualTo("not sent: the credentials can no longer be had");
    assertThat(report.outcomes().get(3).message()).startsWith("not sent");
    assertThat(report.isComplete()).isFalse();
    assertThatThrownBy(report::orThrow).hasCause(down);
    assertThat(two.asked).as("asked no more after the failure").hasValue(3);
  }

  @Test
  void storeOneByOne_whoseCredentialsCannotBeRenewed_reportsWhatWasRefused() {
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    wire.enqueueStatus(401);
    StoreReport report = four(new Lasting(9, down), ServerProfile.StoreForm.SINGLE_PART).execute();
    assertThat(statuses(report)).containsExactly("STORED", "SKIPPED", "SKIPPED", "SKIPPED");
    assertThat(report.failure()).containsSame(down);
  }

  @Test
  void storeTogether_whoseCredentialsCannotBeRenewed_storedNothing_andThrows() {
    wire.enqueueStatus(401);
    assertThatThrownBy(
            () -> four(new Lasting(1, down), ServerProfile.StoreForm.MULTIPART).execute())
        .isSameAs(down);
  }

  @Test
  void retrieval_whoseCheckHasNone_isNeverComplete() {
    TestObject object = TestStudies.ctSlices().get(0);
    wire.enqueue(Wire.multipartResponse(object.bytes()).build());
    RetrieveReport report =
        client(new Lasting(1, down)).retrieveStudy(object.studyInstanceUid()).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.received()).isEqualTo(1);
    assertThat(report.warnings())
        .allSatisfy(w -> assertThat(w.text()).contains("the provider is down"));
    assertThat(wire.requests()).isEqualTo(1);
  }

  /** A server that has instances one by one only. */
  private void serveOneByOne(List<TestObject> objects) {
    wire.dispatch(
        request -> {
          String path = request.getUrl().encodedPath();
          for (TestObject object : objects) {
            if (path.endsWith("/" + object.sopInstanceUid())) {
              return new MockResponse.Builder()
                  .addHeader("Content-Type", "application/dicom")
                  .body(new Buffer().write(object.bytes()))
                  .build();
            }
          }
          return request.getUrl().queryParameter("offset") == null
              ? Wire.json(listing(objects))
              : new MockResponse.Builder().code(204).build();
        });
  }

  private static String listing(List<TestObject> objects) {
    return "["
        + String.join(",", objects.stream().map(o -> Wire.instance(o.sopInstanceUid())).toList())
        + "]";
  }

  @Test
  void retrievalOneByOne_thatLosesThem_endsThere_andReportsWhatIsMissing() {
    List<TestObject> objects = TestStudies.ctSlices().subList(0, 5);
    serveOneByOne(objects);
    TestObject first = objects.get(0);
    // the listing and its end, and two of the instances
    Lasting four = new Lasting(3, down);
    RetrieveReport report =
        client(four, ServerProfile.awsHealthImaging())
            .retrieveSeries(first.studyInstanceUid(), first.seriesInstanceUid())
            .saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.received()).isPositive().isLessThan(5);
    assertThat(report.failure()).containsSame(down);
    assertThat(report.missing()).isNotEmpty();
    assertThat(four.asked).as("asked no more after the failure").hasValue(4);
    assertThatThrownBy(report::orThrow).hasCause(down);
  }
}
