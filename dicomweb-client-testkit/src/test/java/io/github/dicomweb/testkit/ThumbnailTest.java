// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thumbnails, and projections of volumes. */
final class ThumbnailTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String SERIES = Http.seriesPath(SLICE);

  @RegisterExtension final Http http = new Http();

  @Test
  void thumbnail_atEachLevel_isOneSmallImage() {
    for (String resource :
        List.of(
            Http.studyPath(SLICE),
            SERIES,
            Http.path(SLICE),
            Http.path(TestStudies.multiFrame()) + "/frames/2")) {
      Http.Reply reply = http.get(resource + "/thumbnail", "*/*");

      assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
      assertThat(reply.image().getWidth()).isEqualTo(128);
    }
    assertThat(http.get(SERIES + "/thumbnail?viewport=32,64", "image/png").image().getHeight())
        .isEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/thumbnail?viewport=4,4,0,0,1,1 image/jpeg 400",
        "/thumbnail multipart/related;type=\"image/jpeg\" 406",
        "/thumbnail application/dicom 406"
      })
  void thumbnail_ofAnotherForm_isRefused(String resource, String accept, int status) {
    assertThat(http.get(SERIES + resource, accept).status()).isEqualTo(status);
  }

  @Test
  void thumbnail_ofWhatCannotBeDecoded_isOfAnotherImageOrRefused() {
    http.server()
        .store(
            Images.file(
                Images.grey(2, 2),
                TransferSyntax.JPEG_2000,
                Images.fragments(new byte[0], Images.bytes(1, 2))));
    String study = "/studies/" + Images.STUDY;
    assertThat(http.get(study + "/thumbnail", "image/png").status()).isEqualTo(406);

    DatasetBuilder readable = Images.grey(2, 2).put(Tag.SOPInstanceUID, Images.INSTANCE + ".2");
    http.server().store(Images.nativeFile(readable, Images.bytes(0, 1, 2, 3)));
    assertThat(http.get(study + "/thumbnail", "image/png").status()).isEqualTo(200);
    assertThat(http.get(study + "/rendered", "multipart/related; type=\"image/png\"").status())
        .isEqualTo(206);
  }

  @Test
  void thumbnail_ofAReport_answers404() {
    assertThat(http.get(Http.path(TestStudies.structuredReport()) + "/thumbnail", "*/*").status())
        .isEqualTo(404);
  }

  @Test
  void volume_isLookedAtFromASide() {
    assertThat(size("/renderedmpr", "image/jpeg")).containsExactly(96, 64);
    assertThat(size("/renderedmpr?orientation=p&mprslab=10", "image/png")).containsExactly(96, 64);
    assertThat(size("/renderedmpr?orientation=l", "*/*")).containsExactly(96, 64);
    assertThat(size("/rendered3d?orientation=h", "image/jpeg")).containsExactly(96, 96);
    assertThat(size("/rendered3d?orientation=h&viewport=48,48", "image/jpeg"))
        .containsExactly(48, 48);
    assertThat(
            size(
                "/rendered3d?viewpointposition=0,0,500&viewpointlookat=0,0,0&viewpointup=0,-1,0",
                "image/jpeg"))
        .containsExactly(96, 96);
  }

  private List<Integer> size(String resource, String accept) {
    Http.Reply reply = http.get(SERIES + resource, accept);
    assertThat(reply.status()).isEqualTo(200);
    return List.of(reply.image().getWidth(), reply.image().getHeight());
  }

  @Test
  void projection_isOfTheLargestTheLeastOrTheMean() {
    String target = SERIES + "/rendered3d?orientation=f&window=500,2000,linear&renderingmethod=";
    int most = level(target + "maximum_ip");
    int mean = level(target + "average_ip");
    int least = level(target + "minimum_ip");

    assertThat(least).isLessThan(mean);
    assertThat(mean).isLessThan(most);
  }

  private int level(String target) {
    return http.get(target, "image/png").image().getRaster().getSample(48, 48, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "orientation=a&viewpointposition=1,2,3 400",
        "viewpointposition=1,2,3 400",
        "viewpointposition=1,2&viewpointlookat=0,0,0&viewpointup=0,0,1 400",
        "orientation=x 400",
        "orientation=A 400",
        "renderingmethod=best 400",
        "renderingmethod=volume_rendered 406",
        "mprslab=-1 400"
      })
  void volume_contradictoryOrUnknown_isRefused(String query, int status) {
    assertThat(http.get(SERIES + "/rendered3d?" + query, "image/jpeg").status()).isEqualTo(status);
  }

  @Test
  void volume_ofWhatIsNone_isRefused() {
    String report = Http.seriesPath(TestStudies.structuredReport());

    assertThat(http.get(report + "/renderedmpr", "image/jpeg").status()).isEqualTo(404);
    assertThat(http.get(SERIES + "/renderedmpr", "application/dicom").status()).isEqualTo(406);
    assertThat(http.get("/studies/1.2.3/renderedmpr", "image/jpeg").status()).isEqualTo(404);
  }
}
