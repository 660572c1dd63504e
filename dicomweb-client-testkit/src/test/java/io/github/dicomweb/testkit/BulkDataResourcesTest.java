// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All bulk data at once, ranges of it, documents, and archives of files. */
final class BulkDataResourcesTest {
  private static final String OCTETS = "application/octet-stream";
  private static final String PARTS = "multipart/related; type=\"" + OCTETS + "\"";
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final TestObject PDF = TestStudies.encapsulatedPdf();

  @RegisterExtension final Http http = new Http();

  private Dataset metadata(TestObject object) {
    return http.get(Http.path(object) + "/metadata").datasets().get(0);
  }

  private String uri(TestObject object, int tag) {
    return metadata(object).bulkData(tag).orElseThrow().uri();
  }

  private Http.Reply range(String uri, String range) {
    return http.send(http.request(uri).header("Accept", OCTETS).header("Range", range));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9,0,9",
    "bytes=100-199,100,199",
    "bytes=18430-,18430,18431",
    "bytes=-2,18430,18431",
    "bytes=18431-99999,18431,18431",
    "bytes=-99999,0,18431"
  })
  void range_ofAValue_answers206(String range, int first, int last) {
    String uri = uri(SLICE, Tag.PixelData);
    ByteString whole = http.get(uri, OCTETS).body();
    Http.Reply reply = range(uri, range);

    assertThat(whole.size()).isEqualTo(18432);
    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/18432");
    assertThat(reply.body()).isEqualTo(whole.substring(first, last + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=18432-", "bytes=99999-100000", "bytes=-0"})
  void range_behindTheEnd_answers416(String range) {
    Http.Reply reply = range(uri(SLICE, Tag.PixelData), range);

    assertThat(reply.status()).isEqualTo(416);
    assertThat(reply.header("Content-Range")).isEqualTo("bytes */18432");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "bytes=0-1,5-6", "lines=0-1", "bytes=-", "x"})
  void range_thatIsNoneOrSeveral_isPassedOver(String range) {
    Http.Reply reply = range(uri(SLICE, Tag.PixelData), range);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(reply.body().size()).isEqualTo(18432);
  }

  @Test
  void range_ofAMultipartAnswer_isPassedOver() {
    String uri = uri(SLICE, Tag.PixelData);
    Http.Reply reply =
        http.send(http.request(uri).header("Accept", PARTS).header("Range", "bytes=0-1"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.parts().get(0).body().size()).isEqualTo(18432);
  }

  @Test
  void document_comesInItsOwnType() {
    String uri = uri(PDF, Tag.EncapsulatedDocument);
    Http.Reply single = http.get(uri, "application/pdf");
    Http.Part part = http.get(uri, "multipart/related; type=\"application/pdf\"").parts().get(0);

    assertThat(single.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(single.body().size())
        .isEqualTo(metadata(PDF).intValue(Tag.EncapsulatedDocumentLength).orElseThrow());
    assertThat(part.body()).isEqualTo(single.body());
    assertThat(http.get(uri, "*/*").parts().get(0).header("Content-Type"))
        .isEqualTo("application/pdf");
  }

  @Test
  void pixelData_ofASeries_isThatOfEachInstanceUnderItsUri() {
    Http.Reply reply = http.get(Http.seriesPath(SLICE) + "/pixeldata", PARTS);
    List<String> locations =
        reply.parts().stream().map(part -> part.header("Content-Location")).toList();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(locations)
        .isEqualTo(
            TestStudies.ctSlices().stream().map(slice -> uri(slice, Tag.PixelData)).toList());
    assertThat(reply.parts().get(0).body())
        .isEqualTo(http.get(uri(SLICE, Tag.PixelData), OCTETS).body());
  }

  @Test
  void bulkData_ofAStudy_hasPartsOfSeveralTypes() {
    String target = Http.studyPath(SLICE) + "/bulkdata";
    Http.Reply octets = http.get(target, PARTS);
    Http.Reply documents = http.get(target, "multipart/related; type=\"application/pdf\"");

    assertThat(octets.status()).isEqualTo(200);
    assertThat(octets.parts()).hasSize(22);
    assertThat(documents.status()).isEqualTo(206);
    assertThat(documents.parts()).hasSize(1);
    assertThat(http.get(target, "multipart/related; type=\"image/jpeg\"").status()).isEqualTo(406);
    assertThat(http.get(target, OCTETS).status()).isEqualTo(406);
    assertThat(http.get(Http.studyPath(SLICE) + "/pixeldata", PARTS).parts()).hasSize(21);
    assertThat(http.get(Http.path(TestStudies.structuredReport()) + "/bulkdata", PARTS).status())
        .isEqualTo(404);
  }

  @Test
  void bulkData_ofCompressedPixels_hasAPartPerFrameUnderOneUri() {
    http.server()
        .store(
            Images.file(
                Images.grey(2, 2).putInts(Tag.NumberOfFrames, 2),
                TransferSyntax.RLE_LOSSLESS,
                Images.fragments(new byte[0], Images.bytes(1, 2), Images.bytes(3, 4))));
    String uri = http.server().baseUrl() + Images.PATH + "/bulkdata/7FE00010";
    Http.Reply reply = http.get(uri, "multipart/related; type=\"image/dicom-rle\"");

    assertThat(reply.parts())
        .extracting(part -> part.header("Content-Location"))
        .containsExactly(uri, uri);
    assertThat(reply.parts().get(1).body()).isEqualTo(ByteString.of((byte) 3, (byte) 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/zip; transfer-syntax=*", "application/zip;transfer-syntax=\"*\""})
  void zip_ofAStudy_hasEveryFile(String accept) throws IOException {
    Http.Reply reply = http.get(Http.studyPath(SLICE), accept);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/zip");
    assertThat(entries(reply))
        .containsExactlyElementsOf(
            TestStudies.phantomStudy().stream().map(o -> ByteString.of(o.bytes())).toList());
  }

  @Test
  void zip_ofWhatIsNotAcceptedAsAWhole_saysSo() throws IOException {
    Http.Reply partial = http.get(Http.studyPath(SLICE), "application/zip");

    assertThat(partial.status()).isEqualTo(206);
    assertThat(entries(partial)).hasSize(22);
    assertThat(entries(http.get(Http.seriesPath(SLICE), "application/zip"))).hasSize(20);
    assertThat(entries(http.get(Http.path(SLICE), "application/zip"))).hasSize(1);
    assertThat(http.get(Http.path(TestStudies.bigEndian()), "application/zip").status())
        .isEqualTo(406);
  }

  @Test
  void instances_askedForInPartsOfAnotherType_giveTheirBulkData() {
    Http.Reply series = http.get(Http.seriesPath(SLICE), PARTS);
    Http.Reply both = http.get(Http.path(SLICE), PARTS + ", application/dicom;q=0.1");

    assertThat(series.parts()).hasSize(20);
    assertThat(series.parts().get(0).header("Content-Location"))
        .isEqualTo(uri(SLICE, Tag.PixelData));
    assertThat(both.header("Content-Type")).startsWith("application/dicom");
  }

  private static List<ByteString> entries(Http.Reply reply) throws IOException {
    List<ByteString> entries = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new Buffer().write(reply.body()).inputStream())) {
      while (zip.getNextEntry() != null) {
        entries.add(ByteString.of(zip.readAllBytes()));
      }
    }
    return entries;
  }
}
