// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.delete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.InstanceReader;
import io.github.dicomweb.testkit.internal.archive.Refusal;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delete as an operation that takes its time. */
final class OperationsTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String STUDY = "/dicom-web/studies/" + SLICE.studyInstanceUid();
  private static final String NAME = "projects/p/locations/l/datasets/d/operations/1";

  private final Archive archive = new Archive();
  private final Router router = new Router();

  @BeforeEach
  void fill() throws Refusal {
    archive.add(InstanceReader.toInstance(SLICE.bytes()));
    archive.add(InstanceReader.toInstance(TestStudies.ctSlices().get(1).bytes()));
    new DeleteService(archive, () -> DeleteAnswer.OPERATION).register(router);
  }

  private String send(String method, String target) throws IOException {
    Answer answer =
        router.handle(Request.of(method, target, "/dicom-web", Headers.EMPTY, ByteString.EMPTY));
    assertThat(answer.status()).isEqualTo(200);
    Buffer body = new Buffer();
    Objects.requireNonNull(answer.body()).writeTo(body);
    return body.readUtf8();
  }

  @Test
  void deleteOfAStudy_isDoneWhenItsOperationIs() throws IOException {
    assertThat(send("DELETE", STUDY)).isEqualTo("{\"name\":\"" + NAME + "\"}");
    assertThat(send("GET", "/v1/" + NAME)).isEqualTo("{\"name\":\"" + NAME + "\",\"done\":false}");
    assertThat(archive.size()).isEqualTo(2);
    assertThat(send("GET", "/v1/" + NAME))
        .isEqualTo("{\"name\":\"" + NAME + "\",\"done\":true,\"response\":{}}");
    assertThat(archive.size()).isZero();
    assertThat(send("GET", "/v1/" + NAME)).contains("\"done\":true");
  }

  @Test
  void deleteOfAnInstance_isDoneAtOnce() throws IOException {
    String instance =
        STUDY + "/series/" + SLICE.seriesInstanceUid() + "/instances/" + SLICE.sopInstanceUid();

    assertThat(send("DELETE", instance)).isEqualTo("{}");
    assertThat(archive.size()).isEqualTo(1);
  }

  @Test
  void operation_thatWasNeverBegun_isNotFound() {
    assertThatThrownBy(() -> send("GET", "/v1/" + NAME)).isInstanceOf(HttpProblem.class);
  }
}
