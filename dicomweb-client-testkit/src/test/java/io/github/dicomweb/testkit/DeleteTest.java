// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delete and reject, which servers have beyond the standard. */
final class DeleteTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

  @RegisterExtension final Http http = new Http();

  private int delete(String target) {
    return http.send(http.request(target).delete()).status();
  }

  private Http.Reply reject(String target, String accept) {
    return http.send(http.request(target).header("Accept", accept).post(NOTHING));
  }

  @Test
  void delete_ofAnInstanceASeriesAndAStudy_forgetsWhatTheyHold() {
    assertThat(delete(Http.path(SLICE))).isEqualTo(204);
    assertThat(http.server().size()).isEqualTo(25);
    assertThat(delete(Http.seriesPath(SLICE))).isEqualTo(204);
    assertThat(http.server().size()).isEqualTo(6);
    assertThat(delete(Http.studyPath(SLICE))).isEqualTo(204);
    assertThat(http.get("/studies").datasets()).hasSize(1);
    assertThat(delete(Http.studyPath(SLICE))).isEqualTo(404);
    assertThat(http.get(Http.studyPath(SLICE) + "/metadata").status()).isEqualTo(404);
  }

  @Test
  void reject_forgetsAndCounts() {
    Http.Reply reply = reject(Http.seriesPath(SLICE) + "/reject/113001%5EDCM", "application/json");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().utf8()).isEqualTo("{\"count\":20}");
    assertThat(http.get("/series?Modality=CT").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "/reject/1%5EX,application/json,404",
    "/reject/113001,application/json,404",
    "/reject/113001%5EDCM,application/dicom+json,406"
  })
  void reject_unknownReasonOrAnswer_isRefused(String resource, String accept, int status) {
    assertThat(reject(Http.studyPath(SLICE) + resource, accept).status()).isEqualTo(status);
    assertThat(http.server().size()).isEqualTo(26);
  }
}
