// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WADO-URI: its parameters, and which exclude each other. */
final class UriServiceTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String DICOM = "&contentType=application/dicom";

  @RegisterExtension final Http http = new Http();

  private Http.Reply get(TestObject object, String more) {
    return http.get(
        http.server().wadoUriUrl()
            + "?requestType=WADO&studyUID="
            + object.studyInstanceUid()
            + "&seriesUID="
            + object.seriesInstanceUid()
            + "&objectUID="
            + object.sopInstanceUid()
            + more,
        "*/*");
  }

  private List<Integer> size(TestObject object, String more) {
    Http.Reply reply = get(object, more);
    assertThat(reply.status()).isEqualTo(200);
    return List.of(reply.image().getWidth(), reply.image().getHeight());
  }

  @Test
  void image_withoutMore_isAJpeg() {
    assertThat(get(SLICE, "").header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(size(SLICE, "")).containsExactly(96, 96);
    assertThat(get(SLICE, "&contentType=image/png,image/jpeg;q=0.5").header("Content-Type"))
        .isEqualTo("image/png");
    assertThat(get(TestStudies.encapsulatedPdf(), "").header("Content-Type"))
        .isEqualTo("application/pdf");
    assertThat(get(TestStudies.structuredReport(), "").header("Content-Type"))
        .startsWith("text/html");
    assertThat(
            get(TestStudies.structuredReport(), "&contentType=text/plain").header("Content-Type"))
        .startsWith("text/plain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "&columns=48 48 48",
        "&rows=24 24 24",
        "&rows=20&columns=40 20 20",
        "&region=0,0,0.5,1 48 96",
        "&region=0,0,0.5,1&rows=48 24 48",
        "&imageQuality=10&windowCenter=40&windowWidth=80 96 96"
      })
  void image_isSizedAndCut(String more, int width, int height) {
    assertThat(size(SLICE, more)).containsExactly(width, height);
  }

  @Test
  void frame_isTheOneAskedFor() {
    TestObject object = TestStudies.multiFrame();
    ByteString second = http.get(Http.path(object) + "/frames/2/rendered", "image/png").body();

    assertThat(get(object, "&frameNumber=2&contentType=image/png").body()).isEqualTo(second);
    assertThat(get(object, "&frameNumber=9").status()).isEqualTo(404);
    assertThat(get(object, "&contentType=image/gif").header("Content-Type")).isEqualTo("image/gif");
  }

  @Test
  void file_comesAsItIsStoredOrInExplicitLittleEndian() {
    assertThat(get(SLICE, DICOM).body()).isEqualTo(ByteString.of(SLICE.bytes()));
    assertThat(get(SLICE, DICOM).header("Content-Type")).isEqualTo("application/dicom");
    TestObject bigEndian = TestStudies.bigEndian();
    assertThat(get(bigEndian, DICOM + "&transferSyntax=1.2.840.10008.1.2.2").body())
        .isEqualTo(ByteString.of(bigEndian.bytes()));
    assertThat(get(bigEndian, DICOM + "&transferSyntax=*").body())
        .isEqualTo(ByteString.of(bigEndian.bytes()));
    Part10File file = Part10Reader.create().read(get(bigEndian, DICOM).body().toByteArray());
    assertThat(file.transferSyntax().uid()).isEqualTo("1.2.840.10008.1.2.1");
    assertThat(file.dataset().inlineBinary(Tag.PixelData))
        .contains(
            Part10Reader.create()
                .read(bigEndian.bytes())
                .dataset()
                .inlineBinary(Tag.PixelData)
                .orElseThrow());
    assertThat(get(SLICE, DICOM + "&transferSyntax=1.2.840.10008.1.2.4.50").status())
        .isEqualTo(406);
  }

  @Test
  void file_anonymized_isAnotherInstanceOfNobody() {
    TestObject report = TestStudies.structuredReport();
    ByteString body = get(report, DICOM + "&anonymize=yes").body();
    Dataset dataset = Part10Reader.create().read(body.toByteArray()).dataset();

    assertThat(dataset.string(Tag.SOPInstanceUID).orElseThrow())
        .startsWith("2.25.")
        .isNotEqualTo(report.sopInstanceUid());
    assertThat(dataset.string(Tag.PatientName)).hasValue("ANONYMOUS");
    for (String text : List.of("Yamada", "Suzuki", TestStudies.PHANTOM_PATIENT_ID, "ACC-2026")) {
      assertThat(body.indexOf(ByteString.encodeUtf8(text))).isNegative();
    }
  }

  @Test
  void presentationState_givesItsWindow() {
    Dataset state =
        Dataset.builder()
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.11.1")
            .put(Tag.SOPInstanceUID, "1.2.3.5")
            .put(Tag.StudyInstanceUID, SLICE.studyInstanceUid())
            .put(Tag.SeriesInstanceUID, "1.2.3.4")
            .putSequence(
                Tag.SoftcopyVOILUTSequence,
                Dataset.builder().put(Tag.WindowCenter, "300").put(Tag.WindowWidth, "50").build())
            .build();
    http.server().store(Part10Writer.create().toBytes(state));
    String names = "&presentationSeriesUID=1.2.3.4&presentationUID=1.2.3.5";
    String png = "&contentType=image/png";

    assertThat(get(SLICE, png + names).body())
        .isEqualTo(get(SLICE, png + "&windowCenter=300&windowWidth=50").body())
        .isNotEqualTo(get(SLICE, png).body());
    assertThat(get(SLICE, names.replace("1.2.3.5", "1.2.3.6")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&requestType=WADO",
        "&objectUID=1.2.3",
        "&contentType=application/dicom,image/jpeg",
        "&contentType=application/dicom;transfer-syntax=*",
        "&contentType=text/html;charset=utf-8",
        "&contentType=dicom",
        DICOM + "&windowCenter=1&windowWidth=2",
        DICOM + "&rows=10",
        DICOM + "&columns=10",
        DICOM + "&region=0,0,1,1",
        DICOM + "&frameNumber=1",
        DICOM + "&imageQuality=50",
        DICOM + "&annotation=patient",
        DICOM + "&presentationSeriesUID=1&presentationUID=2",
        DICOM + "&anonymize=no",
        "&anonymize=yes",
        "&contentType=image/jpeg&transferSyntax=1.2.840.10008.1.2.1",
        "&windowCenter=1",
        "&windowWidth=1",
        "&windowCenter=1&windowWidth=0",
        "&windowCenter=1&windowWidth=2&presentationSeriesUID=1&presentationUID=2",
        "&presentationUID=2",
        "&frameNumber=0",
        "&imageQuality=101",
        "&rows=0",
        "&columns=x",
        "&region=0,0,2,1",
        "&region=0.5,0,0.5,1",
        "&region=0,0,1"
      })
  void parameters_badOrExcludingEachOther_answer400(String more) {
    assertThat(get(SLICE, more).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "requestType=WADO&studyUID=1&seriesUID=2 400",
        "studyUID=1&seriesUID=2&objectUID=3 400",
        "requestType=QIDO&studyUID=1&seriesUID=2&objectUID=3 400",
        "requestType=WADO&studyUID=1&seriesUID=2&objectUID=3 404"
      })
  void identifiers_areAllNeeded(String query, int status) {
    assertThat(http.get(http.server().wadoUriUrl() + "?" + query, "*/*").status())
        .isEqualTo(status);
  }

  @Test
  void contentType_thatIsNotThere_answers406() {
    assertThat(get(SLICE, "&contentType=video/mp4").status()).isEqualTo(406);
    assertThat(get(TestStudies.structuredReport(), "&contentType=image/jpeg").status())
        .isEqualTo(406);
  }

  @Test
  void annotation_isRefusedInAWarning() {
    assertThat(get(SLICE, "&annotation=patient").header("Warning"))
        .contains("The following annotation values are not supported: patient");
    assertThat(get(SLICE, "&imageAnnotation=technique").header("Warning")).contains("technique");
  }

  @Test
  void url_isBesideTheServices() {
    assertThat(http.server().wadoUriUrl())
        .isEqualTo(http.server().baseUrl().replace("/dicom-web", "/wado"));
    assertThat(http.get("/wado?requestType=WADO", "*/*").status()).isEqualTo(404);
  }
}
