// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metadata, what they refer to, and frames. */
final class BulkDataTest {
  private static final String OCTETS = "application/octet-stream";
  private static final TestObject MULTI_FRAME = TestStudies.multiFrame();

  @RegisterExtension final Http http = new Http();

  private static Dataset whole(TestObject object) {
    return Part10Reader.create().read(object.bytes()).dataset();
  }

  private static ByteString binary(TestObject object, int tag) {
    return ByteString.of(whole(object).inlineBinary(tag).orElseThrow());
  }

  private Dataset metadata(TestObject object) {
    return http.get(Http.path(object) + "/metadata").datasets().get(0);
  }

  @Test
  void metadata_hasEveryAttributeOfTheFile() {
    for (TestObject object : TestStudies.all()) {
      Dataset metadata = metadata(object);

      assertThat(metadata.stream().map(Element::tag).toList())
          .isEqualTo(whole(object).stream().map(Element::tag).toList());
      for (Element element : whole(object)) {
        Element found = metadata.element(element.tag()).orElseThrow();
        if (!(found instanceof BulkDataElement)) {
          assertThat(found).isEqualTo(element);
        }
      }
    }
  }

  @Test
  void metadata_ofStudyAndSeries_areOfEachInstance() {
    assertThat(http.get(Http.studyPath(MULTI_FRAME) + "/metadata").datasets()).hasSize(23);
    assertThat(http.get(Http.seriesPath(MULTI_FRAME) + "/metadata").datasets()).hasSize(1);
    assertThat(http.get(Http.seriesPath(MULTI_FRAME) + "/metadata", "text/xml").status())
        .isEqualTo(406);
  }

  @Test
  void bulkDataUri_givesTheValue() {
    String pixels = metadata(MULTI_FRAME).bulkData(Tag.PixelData).orElseThrow().uri();
    String pdf =
        metadata(TestStudies.encapsulatedPdf())
            .bulkData(Tag.EncapsulatedDocument)
            .orElseThrow()
            .uri();

    Http.Reply single = http.get(pixels, OCTETS);
    Http.Part part = http.get(pdf, "multipart/related; type=\"" + OCTETS + "\"").parts().get(0);

    assertThat(single.header("Content-Type")).startsWith(OCTETS);
    assertThat(single.body()).isEqualTo(binary(MULTI_FRAME, Tag.PixelData));
    assertThat(part.headers().get("Content-Location")).isEqualTo(pdf);
    assertThat(part.body())
        .isEqualTo(binary(TestStudies.encapsulatedPdf(), Tag.EncapsulatedDocument));
  }

  @Test
  void bulkDataOfBigEndian_isLittleEndian() {
    TestObject object = TestStudies.bigEndian();
    String uri = metadata(object).bulkData(Tag.PixelData).orElseThrow().uri();

    assertThat(http.get(uri, OCTETS).body()).isEqualTo(binary(object, Tag.PixelData));
    assertThat(ByteString.of(object.bytes()).indexOf(http.get(uri, OCTETS).body())).isNegative();
  }

  @ParameterizedTest
  @CsvSource({"7FE00010,406", "00100010,404", "00080000,404", "x,404", "7FE00010.0,404"})
  void bulkData_notThereOrNotAccepted_isRefused(String name, int status) {
    assertThat(http.get(Http.path(MULTI_FRAME) + "/bulkdata/" + name, "image/jpeg").status())
        .isEqualTo(status);
  }

  @Test
  void frames_areTheirShareOfThePixels() {
    Http.Reply reply = http.get(Http.path(MULTI_FRAME) + "/frames/2,8", "*/*");
    ByteString pixels = binary(MULTI_FRAME, Tag.PixelData);

    List<ByteString> frames = reply.parts().stream().map(Http.Part::body).toList();
    assertThat(frames)
        .containsExactly(
            pixels.substring(64 * 64, 2 * 64 * 64), pixels.substring(7 * 64 * 64, 8 * 64 * 64));
    assertThat(reply.parts().get(0).headers().get("Content-Location")).endsWith("/frames/2");
  }

  @Test
  void frame_ofASingleFrame_isAllOfIt() {
    TestObject slice = TestStudies.ctSlices().get(0);

    assertThat(http.get(Http.path(slice) + "/frames/1", OCTETS).body())
        .isEqualTo(binary(slice, Tag.PixelData));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"0 400", "2,1 400", "a 400", "1,9 404", "99999999999 400", "1,2 406"})
  void frames_badOrUnknown_areRefused(String list, int status) {
    assertThat(http.get(Http.path(MULTI_FRAME) + "/frames/" + list, OCTETS).status())
        .isEqualTo(status);
  }

  @Test
  void frames_ofAReport_answer404() {
    assertThat(http.get(Http.path(TestStudies.structuredReport()) + "/frames/1", OCTETS).status())
        .isEqualTo(404);
  }
}
