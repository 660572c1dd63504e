// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of each source while a store goes on. */
class StoreOutcomesTest {
  @RegisterExtension final Wire wire = new Wire();

  private final List<StoreOutcome> told = new ArrayList<>();
  private final List<Integer> requestsBefore = new ArrayList<>();

  private StoreRequest store(DicomWebClient client) {
    return client
        .storeInstances()
        .add(StoreAnswers.dataset("1.2.1"))
        .add(InstanceSource.of("text", "no DICOM file".getBytes(US_ASCII)))
        .add(StoreAnswers.dataset("1.2.2"))
        .add(StoreAnswers.dataset("1.2.1"))
        .onOutcome(
            outcome -> {
              told.add(outcome);
              requestsBefore.add(wire.requests());
            });
  }

  private StoreRequest oneByOne() {
    ServerProfile profile =
        ServerProfile.standard().toBuilder().storeForm(ServerProfile.StoreForm.SINGLE_PART).build();
    return store(wire.client(wire.builder().profile(profile)));
  }

  private static List<String> texts(List<StoreOutcome> outcomes) {
    return outcomes.stream()
        .map(o -> o.status() + " " + o.sopInstanceUid().orElse("-") + " " + o.message())
        .toList();
  }

  private List<String> statuses() {
    return told.stream().map(o -> o.status().name()).toList();
  }

  private void toldAsReported(StoreReport report) {
    assertThat(texts(told)).containsExactlyInAnyOrderElementsOf(texts(report.outcomes()));
    assertThat(told)
        .extracting(StoreOutcome::source)
        .containsExactlyInAnyOrderElementsOf(
            report.outcomes().stream().map(StoreOutcome::source).toList());
  }

  @Test
  void together_isToldAfterTheAnswer_andWhatIsNotSentBefore() {
    wire.enqueueJson(StoreAnswers.stored("1.2.2"));
    toldAsReported(store(wire.client()).execute());
    assertThat(statuses()).containsExactly("SKIPPED", "SKIPPED", "UNCONFIRMED", "STORED");
    assertThat(requestsBefore).containsExactly(0, 0, 1, 1);
  }

  @Test
  void eachByItself_isToldAfterItsRequest() {
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    wire.enqueueStatus(413);
    toldAsReported(oneByOne().executeAsync().join());
    assertThat(statuses()).containsExactly("SKIPPED", "SKIPPED", "STORED", "FAILED");
    assertThat(requestsBefore).containsExactly(0, 0, 1, 2);
  }

  @Test
  void asJson_isToldToo() {
    wire.enqueueJson(StoreAnswers.stored("1.2.1", "1.2.2"));
    toldAsReported(store(wire.client()).asJson().execute());
    assertThat(told).hasSize(4);
  }

  @Test
  void nothingToSend_isTold() {
    toldAsReported(
        wire.client()
            .storeInstances()
            .add(InstanceSource.of("text", "no DICOM file".getBytes(US_ASCII)))
            .onOutcome(told::add)
            .execute());
    assertThat(statuses()).containsExactly("SKIPPED");
    assertThat(wire.requests()).isZero();
  }

  @Test
  void connectionThatBreaks_isToldAsUnconfirmed() {
    wire.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    toldAsReported(store(wire.client()).execute());
    assertThat(statuses()).containsExactly("SKIPPED", "SKIPPED", "UNCONFIRMED", "UNCONFIRMED");
  }

  @Test
  void exception_tellsNothingOfWhatIsNotKnown() {
    wire.enqueueStatus(401);
    assertThatThrownBy(() -> store(wire.client()).execute())
        .isInstanceOf(AuthenticationException.class);
    assertThat(statuses()).containsExactly("SKIPPED", "SKIPPED");
  }

  @Test
  void storeThatIsEnded_hasToldWhatWasConfirmed() {
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    ServerProfile profile =
        ServerProfile.standard().toBuilder().storeForm(ServerProfile.StoreForm.SINGLE_PART).build();
    DicomWebClient client = wire.client(wire.builder().profile(profile));
    StoreRequest request = store(client);
    StoreRequest ended =
        request.onOutcome(
            outcome -> {
              told.add(outcome);
              if (told.size() == 3) {
                client.close();
              }
            });
    assertThatThrownBy(ended::execute)
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.CANCELLED));
    assertThat(statuses()).containsExactly("SKIPPED", "SKIPPED", "STORED");
    assertThat(wire.requests()).isEqualTo(1);
  }
}
