// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.uri.RenderedUriRequest;
import io.github.dicomweb.uri.UriContent;
import io.github.dicomweb.uri.UriRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same images by WADO-URI. */
@OrthancTest
class OrthancPixelUriTest {
  @TempDir private Path directory;

  private static DicomWebClient client(OrthancServer server) {
    return server
        .clientBuilder()
        .wadoUriUrl(server.rest().baseUrl() + "/wado")
        .profile(ServerProfile.orthanc())
        .build();
  }

  private static UriRequest request(DicomWebClient client, Sample stored) {
    return client.retrieveByUri(stored.study(), stored.series(), stored.instance());
  }

  @Test
  void dicom_ofEachImage_isTheFile(OrthancServer server) throws Exception {
    try (DicomWebClient client = client(server)) {
      for (PixelSample sample : PixelSample.values()) {
        UriContent content =
            request(client, sample.storeAlone(server, client)).dicom().readAllBytes();
        assertThat(content.bytes()).as("%s", sample).isEqualTo(Files.readAllBytes(sample.file()));
        assertThat(content.verdict()).as("%s", sample).isEqualTo(Verdict.COMPLETE);
      }
    }
  }

  /** Here Orthanc takes the window of the file. */
  @Test
  void rendered_isWhatDcmtkRendersWithTheWindowOfTheFile(OrthancServer server) throws Exception {
    Set<PixelSample> withWindow =
        EnumSet.of(PixelSample.CT_LARGE, PixelSample.RLE_MR, PixelSample.JPEG_LOSSLESS_CT);
    Set<PixelSample> samples =
        EnumSet.of(PixelSample.SEGMENTATION_1_BIT, PixelSample.RLE_RGB, PixelSample.JPEG_RGB);
    samples.addAll(withWindow);
    PixelOracle oracle = new PixelOracle(directory);
    try (DicomWebClient client = client(server)) {
      for (PixelSample sample : samples) {
        RenderedUriRequest rendered = request(client, sample.storeAlone(server, client)).rendered();
        Path plain = oracle.uncompressed(sample);
        Picture expected =
            withWindow.contains(sample)
                ? oracle.rendered(plain, 1, "+Wi", "1")
                : oracle.rendered(plain, 1, "+Wm");
        Picture png = Picture.of(rendered.contentType(MediaType.PNG).readAllBytes().bytes());
        assertThat(png.worstDifference(expected)).as("%s", sample).isLessThanOrEqualTo(1);
        Picture jpeg = Picture.of(rendered.contentType(MediaType.JPEG).readAllBytes().bytes());
        assertThat(jpeg.meanDifference(expected)).as("%s", sample).isLessThan(4);
      }
    }
  }

  @Test
  void rendered_ofWhatOrthancCannotRender_isRefused(OrthancServer server) throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(PixelSample.JPEG_2000);
    samples.add(PixelSample.PALETTE_ULTRASOUND);
    try (DicomWebClient client = client(server)) {
      for (PixelSample sample : samples) {
        RenderedUriRequest rendered = request(client, sample.storeAlone(server, client)).rendered();
        assertThatExceptionOfType(HttpStatusException.class)
            .as("%s", sample)
            .isThrownBy(rendered::readAllBytes)
            .satisfies(e -> assertThat(e.status()).isIn(400, 500));
      }
    }
  }
}
