// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.StoreForm;
import io.github.dicomweb.profile.ServerProfile.UploadFraming;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReason;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that take one instance a request, and what becomes of the others when one fails. */
class SinglePartStoreTest {
  @RegisterExtension final Wire wire = new Wire();

  private DicomWebClient client() {
    return client(UploadFraming.AS_KNOWN);
  }

  private DicomWebClient client(UploadFraming framing) {
    return wire.client(
        wire.builder()
            .profile(
                ServerProfile.standard().toBuilder()
                    .storeForm(StoreForm.SINGLE_PART)
                    .uploadFraming(framing)
                    .build()));
  }

  private StoreRequest three() {
    return client()
        .storeInstances()
        .add(StoreAnswers.dataset("1.2.1"))
        .add(StoreAnswers.dataset("1.2.2"))
        .add(StoreAnswers.dataset("1.2.3"));
  }

  private static List<String> statuses(StoreReport report) {
    return report.outcomes().stream().map(o -> o.status().name()).toList();
  }

  @Test
  void instances_goOneByOne_andTheirAnswersMakeOneReport() throws Exception {
    Dataset dataset = StoreAnswers.dataset("1.2.1");
    byte[] ct = TestStudies.ctSlices().get(0).bytes();
    String ctUid = TestStudies.ctSlices().get(0).sopInstanceUid();
    List<Progress> progress = new ArrayList<>();
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    wire.enqueue(
        Wire.json(StoreAnswers.stored(ctUid))
            .newBuilder()
            .code(202)
            .addHeader("Warning", "299 x: y")
            .build());
    StoreReport report =
        client()
            .storeInstances()
            .toStudy("1.2")
            .add(dataset)
            .add(InstanceSource.of("ct", ct))
            .onProgress(progress::add)
            .execute();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.httpStatus()).hasValue(202);
    assertThat(report.warnings()).hasSize(1);
    byte[] file = Part10Writer.create().toBytes(dataset);
    for (byte[] expected : List.of(file, ct)) {
      RecordedRequest request = wire.take();
      assertThat(request.getTarget()).isEqualTo("/dicom-web/studies/1.2");
      assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/dicom");
      assertThat(request.getHeaders().get("Accept")).isEqualTo("application/dicom+json");
      assertThat(request.getHeaders().get("Content-Length"))
          .isEqualTo(Integer.toString(expected.length));
      assertThat(Objects.requireNonNull(request.getBody()).toByteArray()).isEqualTo(expected);
    }
    Progress last = progress.get(progress.size() - 1);
    assertThat(last.instances()).isEqualTo(2);
    assertThat(last.bytes()).isEqualTo(file.length + ct.length);
    assertThat(last.total()).isEqualTo(file.length + ct.length);
  }

  @Test
  void failureInTheMiddle_isThatSourcesOutcome_andTheOthersGoOn() {
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    wire.enqueue(new MockResponse.Builder().code(413).body("too much").build());
    wire.enqueueJson(StoreAnswers.stored("1.2.3"));
    StoreReport report = three().execute();
    assertThat(statuses(report)).containsExactly("STORED", "FAILED", "STORED");
    assertThat(report.failed().get(0).message())
        .isEqualTo(
            "POST /studies answered 413: too large for the server; ask for less, or send fewer at"
                + " a time: too much");
    assertThat(report.httpStatus()).hasValue(413);
    assertThat(report.failure()).get().isInstanceOf(HttpStatusException.class);
  }

  @Test
  void conflict_withABody_isReadPerInstance() {
    String reason = ",\"00081197\":{\"vr\":\"US\",\"Value\":[43264]}";
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    wire.enqueue(
        new MockResponse.Builder().code(409).body(StoreAnswers.failed("1.2.2", reason)).build());
    wire.enqueueJson("");
    StoreReport report = three().execute();
    assertThat(statuses(report)).containsExactly("STORED", "FAILED", "UNCONFIRMED");
    assertThat(report.failed().get(0).reason()).contains(new StoreReason(0xA900));
    assertThat(report.failure()).isEmpty();
  }

  @Test
  void connectionOrGatewayThatBreaks_leavesThatOneUnconfirmed() {
    wire.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    wire.enqueueStatus(504);
    wire.enqueueJson(StoreAnswers.stored("1.2.3"));
    StoreReport report = three().execute();
    assertThat(statuses(report)).containsExactly("UNCONFIRMED", "UNCONFIRMED", "STORED");
    assertThat(report.failure()).get().isInstanceOf(TransportException.class);
    assertThat(wire.requests()).as("none is repeated").isEqualTo(3);
  }

  @Test
  void credentialsRefused_atOnceIsAnException_laterEndsTheStore() {
    wire.enqueueStatus(401);
    StoreRequest request = three();
    assertThatThrownBy(request::execute).isInstanceOf(AuthenticationException.class);
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    wire.enqueueStatus(401);
    StoreReport report = request.execute();
    assertThat(statuses(report)).containsExactly("STORED", "FAILED", "SKIPPED");
    assertThat(report.skipped().get(0).message())
        .isEqualTo("not sent: the server no longer accepts the credentials");
    assertThat(report.failure()).get().isInstanceOf(AuthenticationException.class);
    assertThat(wire.requests()).isEqualTo(3);
  }

  @Test
  void serverThatIsGone_atOnceIsAnException_laterEndsTheStore() {
    byte[] ct = TestStudies.ctSlices().get(0).bytes();
    AtomicInteger openings = new AtomicInteger();
    InstanceSource last =
        InstanceSource.of(
            "ct",
            () -> {
              // once to be looked at, once to be sent
              if (openings.incrementAndGet() == 2) {
                wire.server().close();
              }
              return new ByteArrayInputStream(ct);
            });
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    StoreRequest request =
        client()
            .storeInstances()
            .add(StoreAnswers.dataset("1.2.1"))
            .add(last)
            .add(StoreAnswers.dataset("1.2.3"))
            .add(StoreAnswers.dataset("1.2.4"));
    StoreReport report = request.execute();
    assertThat(statuses(report)).containsExactly("STORED", "UNCONFIRMED", "SKIPPED", "SKIPPED");
    assertThat(report.skipped())
        .allSatisfy(
            o ->
                assertThat(o.message())
                    .isEqualTo("not sent: the server cannot be reached any more"));
    assertThat(report.failure()).get().isInstanceOf(TransportException.class);
    assertThatThrownBy(request::execute)
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestSent()).isFalse());
  }

  @Test
  void lengthUnknown_isChunked_orMeasuredWhereTheProfileSaysSo() throws Exception {
    byte[] ct = TestStudies.ctSlices().get(0).bytes();
    InstanceSource stream = InstanceSource.of("ct", () -> new ByteArrayInputStream(ct));
    wire.enqueueJson("");
    assertThat(client().storeInstances().add(stream).execute().unconfirmed()).hasSize(1);
    assertThat(wire.take().getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
    wire.enqueueJson("");
    assertThat(client(UploadFraming.SIZED).storeInstances().add(stream).execute().unconfirmed())
        .hasSize(1);
    assertThat(wire.take().getHeaders().get("Content-Length"))
        .isEqualTo(Integer.toString(ct.length));
  }
}
