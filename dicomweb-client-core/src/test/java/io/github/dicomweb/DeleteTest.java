// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.delete.DeleteException;
import io.github.dicomweb.delete.DeleteReport;
import io.github.dicomweb.delete.DeleteRequest;
import io.github.dicomweb.delete.DeleteStatus;
import io.github.dicomweb.delete.Deletions;
import io.github.dicomweb.delete.RejectReport;
import io.github.dicomweb.delete.RejectRequest;
import io.github.dicomweb.delete.RejectionReasons;
import io.github.dicomweb.dicom.CodedConcept;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.profile.ServerProfile;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deleting and rejecting: what goes out, once, and what is made of each answer. */
class DeleteTest {
  private static final String INSTANCE = "1.2.3.4.5";

  @RegisterExtension final Wire wire = new Wire();

  private Deletions deletions() {
    return wire.client(wire.builder().profile(ServerProfile.dcm4chee())).deletions();
  }

  private void answer(int status, String body) {
    wire.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  @Test
  void deletion_ofEachLevel_isOneRequestWithoutABody() throws Exception {
    Deletions deletions = deletions();
    List<DeleteRequest> requests =
        List.of(
            deletions.study(Wire.STUDY),
            deletions.series(Wire.STUDY, Wire.SERIES),
            deletions.instance(Wire.STUDY, Wire.SERIES, INSTANCE));
    List<String> targets =
        List.of(
            "/dicom-web/studies/1.2.3",
            "/dicom-web/studies/1.2.3/series/1.2.3.4",
            "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5");
    assertThat(wire.requests()).as("nothing before execute").isZero();
    for (int i = 0; i < targets.size(); i++) {
      wire.enqueueStatus(204);
      DeleteReport report = requests.get(i).execute();
      assertThat(report.status()).isEqualTo(DeleteStatus.DELETED);
      assertThat(report.httpStatus()).isEqualTo(204);
      assertThat(report.operation()).isEmpty();
      assertThat(report.orThrow()).isSameAs(report);
      RecordedRequest request = wire.take();
      assertThat(request.getMethod()).isEqualTo("DELETE");
      assertThat(request.getTarget()).isEqualTo(targets.get(i));
      assertThat(request.getBodySize()).isZero();
    }
  }

  @Test
  void deletion_answered200_isDone_and202_isNotKnownToBe() {
    wire.enqueue(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Warning", "299 x: kept a copy")
            .body("{\"name\":\"projects/p\"}")
            .build());
    DeleteReport done = deletions().study(Wire.STUDY).execute();
    assertThat(done.status()).isEqualTo(DeleteStatus.DELETED);
    assertThat(done.warnings()).hasSize(1);
    wire.enqueueStatus(202);
    DeleteReport accepted = deletions().study(Wire.STUDY).execute();
    assertThat(accepted.status()).isEqualTo(DeleteStatus.UNFINISHED);
    assertThatThrownBy(accepted::orThrow)
        .isInstanceOfSatisfying(
            DeleteException.class, e -> assertThat(e.report()).isSameAs(accepted));
  }

  @Test
  void deletion_refused_isATypedError_whoseBodySaysMore() {
    for (int status : List.of(404, 410)) {
      wire.enqueueStatus(status);
      assertThatThrownBy(() -> deletions().study(Wire.STUDY).execute())
          .isInstanceOfSatisfying(
              NotFoundException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
    String words = "Deletion of Study with Rejection State: NONE not permitted";
    answer(403, "{\"errorMessage\":\"" + words + "\"}");
    assertThatThrownBy(() -> deletions().study(Wire.STUDY).execute())
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> {
              assertThat(e.status()).isEqualTo(403);
              assertThat(e.body()).contains(words);
              assertThat(e).hasMessageContaining("DELETE /studies/{study} answered 403");
              assertThat(e).hasMessageNotContaining(words);
            });
    wire.enqueueStatus(405);
    assertThatThrownBy(() -> deletions().series(Wire.STUDY, Wire.SERIES).execute())
        .isInstanceOf(HttpStatusException.class);
  }

  @Test
  void deletion_isNeitherRepeatedNorRedirected() {
    for (MockResponse odd :
        List.of(
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
            new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build(),
            new MockResponse.Builder().code(408).build(),
            new MockResponse.Builder().code(400).build(),
            new MockResponse.Builder().code(307).addHeader("Location", "/elsewhere").build())) {
      int before = wire.requests();
      wire.enqueue(odd);
      assertThatThrownBy(() -> deletions().study(Wire.STUDY).execute())
          .isInstanceOfAny(TransportException.class, HttpStatusException.class);
      assertThat(wire.requests() - before).isEqualTo(1);
    }
  }

  @Test
  void deletion_carriesCredentials_andRenewsThemOnce() throws Exception {
    wire.enqueueStatus(204);
    DicomWebClient client =
        wire.client(
            wire.builder()
                .profile(ServerProfile.azure())
                .credentials(Credentials.bearer(() -> "secret")));
    assertThat(client.deletions().study(Wire.STUDY).executeAsync().join().status())
        .isEqualTo(DeleteStatus.DELETED);
    assertThat(wire.take().getHeaders().get("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  void rejection_ofEachLevel_isAPostOfNothing() throws Exception {
    Deletions deletions = deletions();
    List<RejectRequest> requests =
        List.of(
            deletions.rejectStudy(Wire.STUDY, RejectionReasons.QUALITY),
            deletions.rejectSeries(Wire.STUDY, Wire.SERIES, RejectionReasons.RETENTION_EXPIRED),
            deletions.rejectInstance(
                Wire.STUDY, Wire.SERIES, INSTANCE, CodedConcept.of("X 1", "99ME", "mine")));
    List<String> targets =
        List.of(
            "/dicom-web/studies/1.2.3/reject/113001%5EDCM",
            "/dicom-web/studies/1.2.3/series/1.2.3.4/reject/113039%5EDCM",
            "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5/reject/X%201%5E99ME");
    for (int i = 0; i < targets.size(); i++) {
      answer(200, "{\"other\":[1],\"count\":" + (i + 1) + "}");
      RejectReport report = requests.get(i).execute();
      assertThat(report.count()).hasValue(i + 1);
      assertThat(report.httpStatus()).isEqualTo(200);
      assertThat(report.warnings()).isEmpty();
      RecordedRequest request = wire.take();
      assertThat(request.getMethod()).isEqualTo("POST");
      assertThat(request.getTarget()).isEqualTo(targets.get(i));
      assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
      assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
    }
  }

  @Test
  void rejection_withoutACount_saysSo() {
    for (String body : List.of("", "{}", "[1]", "{\"count\":\"1\"}", "{\"count\":", "<html>")) {
      answer(200, body);
      RejectReport report =
          deletions().rejectStudy(Wire.STUDY, RejectionReasons.PATIENT_SAFETY).execute();
      assertThat(report.count()).as(body).isEmpty();
      assertThat(report.warnings()).as(body).hasSize(1);
    }
  }

  @Test
  void rejection_ofNothing_isNotFound() {
    answer(404, "{\"errorMessage\":\"Unknown Rejection Reason Code\"}");
    assertThatThrownBy(
            () ->
                deletions()
                    .rejectStudy(Wire.STUDY, RejectionReasons.INCORRECT_WORKLIST_ENTRY)
                    .execute())
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.body()).contains("Unknown Rejection"));
  }

  @Test
  void serverThatDoesNeither_isNotAsked() {
    Deletions deletions = wire.client().deletions();
    assertThatThrownBy(() -> deletions.study(Wire.STUDY).execute())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("DELETE");
    assertThatThrownBy(() -> deletions.operation("projects/p/operations/1").execute())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> deletions.rejectStudy(Wire.STUDY, RejectionReasons.QUALITY).execute())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("REJECT");
    assertThat(wire.requests()).isZero();
  }

  @Test
  void identifiersThatCouldLeadElsewhere_areRefused() {
    Deletions deletions = deletions();
    assertThatThrownBy(() -> deletions.study("..")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> deletions.series(Wire.STUDY, "a/b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> deletions.instance(Wire.STUDY, Wire.SERIES, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> deletions.operation("projects/../x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> deletions.rejectStudy(Wire.STUDY, CodedConcept.of("a/b", "DCM", "odd")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
