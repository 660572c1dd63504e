// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.MetadataBehavior;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.BulkData;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.EntityTags;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.PixelData;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.UriForm;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches of metadata, as they are seen on the wire. */
final class MetadataBehaviorTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"";

  @RegisterExtension final Http http = new Http();

  private void set(UnaryOperator<MetadataBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withMetadata(change));
  }

  private Dataset metadata(String path) {
    return http.get(path + "/metadata").datasets().get(0);
  }

  private static String uri(Dataset dataset) {
    return ((BulkDataElement) dataset.element(Tag.PixelData).orElseThrow()).reference().uri();
  }

  @Test
  void bulkData_stripped_isGone() {
    set(metadata -> metadata.withBulkData(BulkData.STRIPPED));
    Dataset stripped = metadata(Http.path(SLICE));

    assertThat(stripped.contains(Tag.PixelData)).isFalse();
    assertThat(stripped.contains(Tag.Rows)).isTrue();
    assertThat(
            http.get(Http.path(SLICE) + "/metadata", Http.XML)
                .documents()
                .get(0)
                .contains(Tag.PixelData))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(UriForm.class)
  void uris_ofEachForm_leadToTheValue(UriForm form) {
    set(metadata -> metadata.withUris(form));
    String study = http.server().baseUrl() + Http.studyPath(SLICE);
    String base =
        switch (form) {
          case ABSOLUTE, ABSOLUTE_PATH, TO_REQUEST -> study + "/metadata";
          case TO_STUDY -> study + "/";
          case TO_SERIES -> http.server().baseUrl() + Http.seriesPath(SLICE) + "/";
          case TO_INSTANCE -> http.server().baseUrl() + Http.path(SLICE) + "/";
        };
    String uri = uri(metadata(Http.studyPath(SLICE)));
    String xml = uri(http.get(Http.studyPath(SLICE) + "/metadata", Http.XML).documents().get(0));

    assertThat(URI.create(base).resolve(uri))
        .hasToString(http.server().baseUrl() + Http.path(SLICE) + "/bulkdata/7FE00010");
    assertThat(xml).isEqualTo(uri);
    assertThat(URI.create(uri).isAbsolute()).isEqualTo(form == UriForm.ABSOLUTE);
  }

  @Test
  void uris_relative_areShort() {
    set(metadata -> metadata.withUris(UriForm.TO_REQUEST));

    assertThat(uri(metadata(Http.path(SLICE)))).isEqualTo("bulkdata/7FE00010");
    set(metadata -> metadata.withUris(UriForm.ABSOLUTE_PATH));
    assertThat(uri(metadata(Http.path(SLICE))))
        .isEqualTo("/dicom-web" + Http.path(SLICE) + "/bulkdata/7FE00010");
  }

  @Test
  void pixelData_instanceUrl_givesPixelsForTheirTypeAndTheFileForAnyOther() {
    byte[] pixels =
        http.get(Http.path(SLICE) + "/bulkdata/7FE00010", "application/octet-stream")
            .body()
            .toByteArray();
    set(metadata -> metadata.withPixelData(PixelData.INSTANCE_URL));
    String uri = uri(metadata(Http.path(SLICE)));

    assertThat(uri).isEqualTo(http.server().baseUrl() + Http.path(SLICE));
    assertThat(http.get(uri, OCTETS).parts().get(0).body().toByteArray()).isEqualTo(pixels);
    assertThat(http.get(uri, "*/*").parts().get(0).body().toByteArray()).isEqualTo(SLICE.bytes());
  }

  @Test
  void pixelData_absent_leavesOtherBulkData() {
    set(metadata -> metadata.withPixelData(PixelData.ABSENT));

    assertThat(metadata(Http.path(SLICE)).contains(Tag.PixelData)).isFalse();
    assertThat(
            metadata(Http.path(TestStudies.encapsulatedPdf())).contains(Tag.EncapsulatedDocument))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {Http.JSON, Http.XML})
  void entityTags_absent_makeNothingConditional(String accept) {
    String target = Http.path(SLICE) + "/metadata";
    String tag = http.get(target, accept).header("ETag");
    assertThat(conditional(target, accept, tag).status()).isEqualTo(304);
    set(metadata -> metadata.withEntityTags(EntityTags.ABSENT));

    assertThat(http.get(target, accept).header("ETag")).isEmpty();
    assertThat(conditional(target, accept, tag).status()).isEqualTo(200);
  }

  private Http.Reply conditional(String target, String accept, String tag) {
    return http.send(http.request(target).header("Accept", accept).header("If-None-Match", tag));
  }
}
