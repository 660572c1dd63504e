// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.FaultBehavior;
import io.github.dicomweb.testkit.behavior.FaultBehavior.ErrorBody;
import io.github.dicomweb.testkit.behavior.FaultBehavior.Redirect;
import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.util.List;
import java.util.function.UnaryOperator;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches of faults and features, as they are seen on the wire. */
final class FaultBehaviorTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);

  @RegisterExtension final Http http = new Http();

  private void set(UnaryOperator<FaultBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withFaults(change));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void busy_turnsTheFirstRequestsAway(int status) {
    set(faults -> faults.withBusy(2, status, 3));

    for (int i = 0; i < 2; i++) {
      Http.Reply reply = http.get("/studies");
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.header("Retry-After")).isEqualTo("3");
    }
    assertThat(http.get("/studies").status()).isEqualTo(200);
    assertThat(http.server().requests()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, text/plain; charset=utf-8, There is",
    "HTML, text/html, <html>",
    "JSON_AS_TEXT, text/plain;charset=UTF-8, '{\"errorMessage\":\"There is'",
    "JSON_UNTYPED, '', '{\"errorMessage\":\"There is'",
    "TEXT_AS_JSON, application/dicom+json, There is",
    "EMPTY, '', ''"
  })
  void errorBody_isOfItsForm(ErrorBody form, String type, String start) {
    set(faults -> faults.withErrorBody(form));
    Http.Reply reply = http.get("/studies/1.2.3/metadata");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo(type);
    assertThat(reply.body().utf8()).startsWith(start);
    assertThat(reply.body().size() == 0).isEqualTo(start.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307})
  void redirect_sameOrigin_leadsToTheResource(int status) {
    set(faults -> faults.withRedirect(Redirect.SAME_ORIGIN).withRedirectStatus(status));
    Http.Reply reply = http.get(Http.path(SLICE) + "?accept=application/dicom");

    assertThat(reply.body()).isEqualTo(ByteString.of(SLICE.bytes()));
    List<ReceivedRequest> requests = http.server().requests();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).target())
        .isEqualTo("/dicom-web" + Http.path(SLICE) + "?accept=application/dicom");
    assertThat(requests.get(1).target())
        .isEqualTo("/dicom-web/moved" + Http.path(SLICE) + "?accept=application/dicom");
    assertThat(requests.get(0).header("Host")).isEqualTo(requests.get(1).header("Host"));
  }

  @Test
  void redirect_otherOrigin_leadsToAnotherPortWithoutCredentials() {
    http.server().requireBearer("secret");
    set(faults -> faults.withRedirect(Redirect.OTHER_ORIGIN));
    Http.Reply reply =
        http.send(
            http.request("/studies")
                .header("Accept", Http.JSON)
                .header("Authorization", "Bearer secret"));

    assertThat(reply.datasets()).hasSize(2);
    List<ReceivedRequest> requests = http.server().requests();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).header("Host")).isNotEqualTo(requests.get(1).header("Host"));
    assertThat(requests.get(1).header("Authorization")).isEmpty();
  }

  @Test
  void behavior_countsAgainWhenSetAgain() {
    ServerBehavior busy =
        ServerBehavior.standard().withFaults(faults -> faults.withBusy(1, 503, 1));
    http.server().behavior(busy);
    http.get("/studies");
    assertThat(http.get("/studies").status()).isEqualTo(200);
    http.server().behavior(busy);

    assertThat(http.get("/studies").status()).isEqualTo(503);
    assertThat(http.server().behavior()).isEqualTo(busy);
  }

  @Test
  void values_thatCannotBe_areRefused() {
    assertThatThrownBy(() -> set(faults -> faults.withBusyRequests(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set(faults -> faults.withRedirectStatus(200)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void uriService_absentOrMoved_isSoToo() {
    String target =
        http.server().wadoUriUrl()
            + "?requestType=WADO&contentType=application/dicom&studyUID="
            + SLICE.studyInstanceUid()
            + "&seriesUID="
            + SLICE.seriesInstanceUid()
            + "&objectUID="
            + SLICE.sopInstanceUid();
    set(faults -> faults.withRedirect(Redirect.OTHER_ORIGIN));
    assertThat(http.get(target, "*/*").body()).isEqualTo(ByteString.of(SLICE.bytes()));
    http.server().behavior(ServerBehavior.standard().without(Feature.URI_SERVICE));

    assertThat(http.get(target, "*/*").status()).isEqualTo(404);
  }

  @Test
  void capabilities_absent_are404() {
    assertThat(http.send(http.request("/studies").method("OPTIONS", null)).status()).isEqualTo(200);
    http.server().behavior(ServerBehavior.standard().without(Feature.CAPABILITIES));

    assertThat(http.send(http.request("/studies").method("OPTIONS", null)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "RELATIONAL_SEARCH, /series",
    "RELATIONAL_SEARCH, /instances",
    "RELATIONAL_SEARCH, STUDY/instances",
    "PATIENTS, /patients",
    "COUNTS, /studies/count",
    "STUDY, STUDY",
    "SERIES, SERIES",
    "STUDY_METADATA, STUDY/metadata",
    "BULK_DATA, INSTANCE/bulkdata/7FE00010",
    "ALL_BULK_DATA, INSTANCE/bulkdata",
    "PIXEL_DATA, SERIES/pixeldata",
    "FRAMES, INSTANCE/frames/1",
    "INSTANCE, INSTANCE",
    "RENDERED_STUDIES, SERIES/rendered",
    "RENDERED, INSTANCE/rendered",
    "RENDERED, INSTANCE/frames/1/rendered",
    "THUMBNAIL, STUDY/thumbnail",
    "VOLUMES, SERIES/renderedmpr"
  })
  void features_absent_are404(Feature feature, String template) {
    String target =
        template
            .replace("INSTANCE", Http.path(SLICE))
            .replace("SERIES", Http.seriesPath(SLICE))
            .replace("STUDY", Http.studyPath(SLICE));
    assertThat(http.get(target, "*/*").status()).isIn(200, 206);
    http.server().behavior(ServerBehavior.standard().without(feature));

    assertThat(http.get(target, "*/*").status()).isEqualTo(404);
    assertThat(http.get("/studies").status()).isEqualTo(200);
    http.server().behavior(http.server().behavior().with(feature));
    assertThat(http.server().behavior()).isEqualTo(ServerBehavior.standard());
  }
}
