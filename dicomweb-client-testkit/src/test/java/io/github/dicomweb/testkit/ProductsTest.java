// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients meet at the products that are described. */
final class ProductsTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final TestObject BIG_ENDIAN = TestStudies.bigEndian();
  private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"";

  @RegisterExtension final Http http = new Http();

  private int status(String target, String accept) {
    return http.get(target, accept).status();
  }

  @Test
  void standard_isTheBeginning() {
    assertThat(http.server().behavior()).isEqualTo(ServerBehavior.standard());
  }

  @Test
  void orthanc_retrieve_isMultipartOnlyAndReadsTheLastRange() {
    http.server().behavior(ServerBehavior.orthanc());
    Http.Reply instance = http.get(Http.path(BIG_ENDIAN), Http.ANY_SYNTAX);

    assertThat(instance.header("Content-Type"))
        .matches("multipart/related; type=\"application/dicom\"; boundary=[-0-9a-f]{70}");
    assertThat(instance.parts().get(0).headers().toString())
        .isEqualTo(
            "Content-Type: application/dicom\nContent-Length: " + BIG_ENDIAN.bytes().length + "\n");
    assertThat(status(Http.path(SLICE), "application/dicom")).isEqualTo(400);
    assertThat(status(Http.path(SLICE), Http.ANY_SYNTAX + ", image/jpeg")).isEqualTo(400);
    assertThat(http.get(Http.path(SLICE) + "/frames/1", OCTETS).header("Content-Type"))
        .startsWith(
            "multipart/related; type=\"application/octet-stream;"
                + " transfer-syntax=1.2.840.10008.1.2.1\"; boundary=");
    assertThat(http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX).header("Connection"))
        .isEqualTo("close");
    assertThat(status(Http.path(SLICE) + "/rendered", "image/png")).isEqualTo(200);
    assertThat(status(Http.path(SLICE) + "/rendered", "image/png, image/jpeg;q=0.5"))
        .isEqualTo(400);
    assertThat(status(Http.path(SLICE) + "/thumbnail", "*/*")).isEqualTo(404);
  }

  @Test
  void orthanc_search_takesEscapesLiterallyAndNeverSays204() {
    http.server().behavior(ServerBehavior.orthanc());

    assertThat(http.get("/studies?PatientID=PHANTOM%2D1").body().utf8()).isEqualTo("[]");
    assertThat(http.get("/studies?PatientID=PHANTOM-1", "text/html").datasets()).hasSize(1);
    assertThat(http.get("/studies", "application/dicom+xml").documents()).hasSize(2);
    assertThat(http.get("/studies?fuzzymatching=true").header("Warning")).isEmpty();
  }

  @Test
  void orthanc_store_losesPartsSilently() {
    http.server().behavior(ServerBehavior.orthanc()).clear();
    Buffer body =
        new Buffer()
            .writeUtf8("--bound\r\nContent-Type: application/dicom; transfer-syntax=1.2\r\n\r\n")
            .write(SLICE.bytes())
            .writeUtf8("\r\n--bound--\r\n");

    assertThat(http.post("/studies", Http.STORE_TYPE, body).status()).isEqualTo(200);
    assertThat(http.server().size()).isZero();
    assertThat(
            http.post("/studies", Http.STORE_TYPE, Http.multipart(SLICE.bytes(), new byte[9]))
                .status())
        .isEqualTo(400);
    assertThat(http.server().size()).isEqualTo(1);
  }

  @Test
  void dcm4chee_hasItsOwnMultipartAndPixelDataAtTheInstance() {
    http.server().behavior(ServerBehavior.dcm4chee());
    Http.Reply frames = http.get(Http.path(SLICE) + "/frames/1", OCTETS);

    assertThat(frames.header("Content-Type"))
        .startsWith("multipart/related;start=\"<")
        .contains(";transfer-syntax=1.2.840.10008.1.2.1;type=\"application/octet-stream\"; bound");
    assertThat(frames.body().string(StandardCharsets.ISO_8859_1)).endsWith("--");
    assertThat(status(Http.path(SLICE), "application/dicom")).isEqualTo(406);
    Http.Reply metadata = http.get(Http.path(SLICE) + "/metadata");
    String uri = http.server().baseUrl() + Http.path(SLICE);
    assertThat(metadata.body().utf8())
        .contains("\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"" + uri + "\"}")
        .contains("\"00200013\":{\"vr\":\"IS\",\"Value\":[\"");
    assertThat(http.get(uri, OCTETS).parts().get(0).body()).isEqualTo(frames.parts().get(0).body());
    Http.Reply unknown = http.get("/studies?_=1");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(unknown.body().utf8()).startsWith("{\"errorMessage\":");
    assertThat(status("/studies?limit=0", Http.JSON)).isEqualTo(400);
  }

  @Test
  void google_wantsQuotesAndDeletesByAnOperation() {
    http.server().behavior(ServerBehavior.google());

    assertThat(status(Http.path(SLICE), Http.ANY_SYNTAX.replace("\"", ""))).isEqualTo(406);
    assertThat(status(Http.path(SLICE), Http.ANY_SYNTAX)).isEqualTo(200);
    assertThat(status(Http.studyPath(SLICE) + "/rendered", "image/png")).isEqualTo(404);
    assertThat(status(Http.path(SLICE) + "/rendered", "image/png")).isEqualTo(200);
    assertThat(http.send(http.request(Http.studyPath(SLICE)).delete()).body().utf8())
        .contains("\"name\":\"projects/");
  }

  @Test
  void azure_stripsMetadataAndLimitsPages() {
    http.server().behavior(ServerBehavior.azure());

    assertThat(status("/studies?limit=201", Http.JSON)).isEqualTo(400);
    assertThat(http.get(Http.path(SLICE) + "/metadata").datasets().get(0).contains(Tag.PixelData))
        .isFalse();
    assertThat(http.get(Http.path(BIG_ENDIAN), "*/*").body())
        .isEqualTo(ByteString.of(BIG_ENDIAN.bytes()));
    assertThat(status("/studies", Http.XML)).isEqualTo(406);
  }

  @Test
  void awsHealthImaging_hasHierarchicalResourcesOnly() {
    http.server().behavior(ServerBehavior.awsHealthImaging());

    assertThat(status("/instances", Http.JSON)).isEqualTo(404);
    assertThat(status(Http.studyPath(SLICE) + "/series", Http.JSON)).isEqualTo(200);
    assertThat(status(Http.seriesPath(SLICE), Http.ANY_SYNTAX)).isEqualTo(404);
    assertThat(status(Http.seriesPath(SLICE) + "/metadata", Http.JSON)).isEqualTo(200);
    assertThat(status(Http.studyPath(SLICE) + "/metadata", Http.JSON)).isEqualTo(404);
    assertThat(status(Http.path(SLICE) + "/rendered", "*/*")).isEqualTo(404);
    assertThat(http.get(Http.path(SLICE), Http.ANY_SYNTAX).body())
        .isEqualTo(ByteString.of(SLICE.bytes()));
  }

  @Test
  void staticDicomWeb_readsNeitherAcceptNorQuery() {
    http.server().behavior(ServerBehavior.staticDicomWeb());
    Http.Reply studies =
        http.send(
            http.request("/studies?PatientID=nobody")
                .header("Accept", "text/html")
                .header("Accept-Encoding", "identity"));

    assertThat(studies.status()).isEqualTo(200);
    assertThat(studies.header("Content-Type")).isEqualTo("application/json");
    assertThat(studies.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(http.get("/studies?PatientID=nobody").body().utf8()).startsWith("[{");
    Http.Reply frames = http.get(Http.path(SLICE) + "/frames/1", "image/png");
    assertThat(frames.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(frames.body().string(StandardCharsets.ISO_8859_1)).startsWith("--");
    assertThat(status(Http.path(SLICE), "*/*")).isEqualTo(404);
    assertThat(http.post("/studies", Http.STORE_TYPE, Http.multipart(SLICE.bytes())).status())
        .isEqualTo(405);
  }
}
