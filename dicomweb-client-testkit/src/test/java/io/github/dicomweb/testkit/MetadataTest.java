// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata in JSON and in XML, and requests that depend on an ETag. */
final class MetadataTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String TARGET = Http.seriesPath(SLICE) + "/metadata";

  @RegisterExtension final Http http = new Http();

  private int conditional(String target, String accept, String tags) {
    return http.send(http.request(target).header("Accept", accept).header("If-None-Match", tags))
        .status();
  }

  @Test
  void metadata_inXml_isTheSameAsInJson() {
    for (TestObject object : TestStudies.all()) {
      String target = Http.path(object) + "/metadata";

      assertThat(http.get(target, Http.XML).documents())
          .isEqualTo(http.get(target, Http.JSON).datasets());
    }
    assertThat(http.get(TARGET, Http.XML).header("Content-Type"))
        .startsWith("multipart/related; type=\"application/dicom+xml\"; boundary=");
    assertThat(http.get(TARGET, Http.XML).documents()).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/dicom+xml", "multipart/related; type=\"text/xml\""})
  void metadata_inAnotherKindOfXml_isRefused(String accept) {
    assertThat(http.get(TARGET, accept).status()).isEqualTo(406);
  }

  @Test
  void metadata_withItsEntityTag_isNotSentAgain() {
    String tag = http.get(TARGET).header("ETag");
    Http.Reply again =
        http.send(http.request(TARGET).header("Accept", Http.JSON).header("If-None-Match", tag));

    assertThat(tag).matches("\"[^\"]+\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(again.body().size()).isZero();
    assertThat(conditional(TARGET, Http.JSON, "\"other\", W/" + tag)).isEqualTo(304);
    assertThat(conditional(TARGET, Http.JSON, "*")).isEqualTo(304);
  }

  @Test
  void metadata_withTheEntityTagOfSomethingElse_isSent() {
    String tag = http.get(TARGET).header("ETag");
    String slice = Http.path(SLICE) + "/metadata";

    assertThat(conditional(TARGET, Http.JSON, "\"other\"")).isEqualTo(200);
    assertThat(conditional(TARGET, Http.XML, tag)).isEqualTo(200);
    assertThat(conditional(slice, Http.JSON, tag)).isEqualTo(200);
    assertThat(conditional("/studies/1.2.3/metadata", Http.JSON, "*")).isEqualTo(404);
  }
}
