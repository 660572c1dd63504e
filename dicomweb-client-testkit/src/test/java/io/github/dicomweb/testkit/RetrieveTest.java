// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they were stored, in what the client accepts. */
final class RetrieveTest {
  private static final String MULTIPART = "multipart/related; type=\"application/dicom\"";
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final TestObject BIG_ENDIAN = TestStudies.bigEndian();

  @RegisterExtension final Http http = new Http();

  private static List<ByteString> bytes(List<TestObject> objects) {
    return objects.stream().map(object -> ByteString.of(object.bytes())).toList();
  }

  private static List<ByteString> bytes(Http.Reply reply) {
    return reply.parts().stream().map(Http.Part::body).toList();
  }

  @Test
  void retrieveStudy_inAnySyntax_givesEveryFileByteForByte() {
    for (List<TestObject> study : List.of(TestStudies.phantomStudy(), TestStudies.secondStudy())) {
      Http.Reply reply = http.get(Http.studyPath(study.get(0)), Http.ANY_SYNTAX);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).startsWith(MULTIPART + "; boundary=");
      assertThat(bytes(reply)).containsExactlyInAnyOrderElementsOf(bytes(study));
      assertThat(reply.header("Content-Length")).isEqualTo("" + reply.body().size());
    }
  }

  @Test
  void retrieveInstance_inAnySyntax_namesTheSyntaxOfThePart() {
    for (TestObject object : TestStudies.all()) {
      Http.Part part = http.get(Http.path(object), Http.ANY_SYNTAX).parts().get(0);

      assertThat(part.headers().get("Content-Type"))
          .isEqualTo("application/dicom; transfer-syntax=" + object.transferSyntaxUid());
      assertThat(part.body()).isEqualTo(ByteString.of(object.bytes()));
    }
  }

  @Test
  void retrieveStudy_withoutSyntax_givesThoseInTheDefaultAndSays206() {
    Http.Reply reply = http.get(Http.studyPath(SLICE), MULTIPART);

    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.parts()).hasSize(22);
  }

  @Test
  void retrieveSeries_allInTheDefaultSyntax_says200() {
    Http.Reply reply = http.get(Http.seriesPath(SLICE), MULTIPART);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(bytes(reply)).isEqualTo(bytes(TestStudies.ctSlices()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MULTIPART,
        "*/*",
        "application/dicom",
        "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50",
        "application/dicom; transfer-syntax=*;q=0",
        "image/jpeg"
      })
  void retrieveInstance_storedInASyntaxNotAccepted_answers406(String accept) {
    assertThat(http.get(Http.path(BIG_ENDIAN), accept).status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/dicom; transfer-syntax=*",
        "application/dicom; transfer-syntax=1.2.840.10008.1.2.2",
        "application/dicom; transfer-syntax=1.2.840.10008.1.2.1, application/dicom;"
            + " transfer-syntax=\"1.2.840.10008.1.2.2\"; q=0.1",
        Http.ANY_SYNTAX + ";q=0.5, application/dicom;transfer-syntax=*;q=0.8"
      })
  void retrieveInstance_asSinglePart_givesTheFileAlone(String accept) {
    Http.Reply reply = http.get(Http.path(BIG_ENDIAN), accept);

    assertThat(reply.header("Content-Type"))
        .isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.2");
    assertThat(reply.body()).isEqualTo(ByteString.of(BIG_ENDIAN.bytes()));
  }

  @Test
  void retrieveSeries_asSinglePart_answers406() {
    assertThat(http.get(Http.seriesPath(SLICE), "application/dicom;transfer-syntax=*").status())
        .isEqualTo(406);
  }

  @Test
  void acceptParameter_goesBeforeTheHeader() {
    Http.Reply reply = http.get(Http.path(SLICE) + "?accept=application/dicom", "image/png");

    assertThat(reply.header("Content-Type")).startsWith("application/dicom;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studies/1.2.3",
        "/studies/1.2.3/metadata",
        "/studies/1.2.3/series/4",
        "/studies/1.2.3/series/4/instances/5/frames/1"
      })
  void retrieve_unknown_answers404(String target) {
    assertThat(http.get(target, "*/*").status()).isEqualTo(404);
  }

  @Test
  void retrieve_seriesOfAnotherStudy_answers404() {
    String target = Http.studyPath(BIG_ENDIAN) + "/series/" + SLICE.seriesInstanceUid();

    assertThat(http.get(target, Http.ANY_SYNTAX).status()).isEqualTo(404);
  }
}
