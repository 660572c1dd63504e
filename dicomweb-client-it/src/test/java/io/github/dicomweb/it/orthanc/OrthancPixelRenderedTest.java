// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.build.EncapsulatedPdf;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.retrieve.RenderedFile;
import io.github.dicomweb.retrieve.RenderedRequest;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.WindowFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rendered images, compared with what DCMTK renders of the same frame. Without a window Orthanc
 * takes the darkest and the brightest value for its ends, which DCMTK does when told to.
 */
@OrthancTest
class OrthancPixelRenderedTest {
  private static final Set<PixelSample> COLOURED =
      EnumSet.of(
          PixelSample.RGB_ODD,
          PixelSample.BIG_ENDIAN_RGB,
          PixelSample.RLE_RGB,
          PixelSample.JPEG_RGB,
          PixelSample.JPEG_LOSSLESS_RGB);
  // Of 8 bits, or 1, with black and white in every frame, so that no value is changed.
  private static final Set<PixelSample> EXACT =
      EnumSet.of(PixelSample.SEGMENTATION_1_BIT, PixelSample.DEFLATED, PixelSample.JPEG_XA);
  private static final Set<PixelSample> GREY =
      EnumSet.of(
          PixelSample.CT,
          PixelSample.CT_LARGE,
          PixelSample.MR_MULTI_FRAME,
          PixelSample.BIG_ENDIAN,
          PixelSample.RLE_MR,
          PixelSample.RLE_CT,
          PixelSample.JPEG_12_BIT,
          PixelSample.JPEG_LOSSLESS_CT,
          PixelSample.JPEG_LS,
          PixelSample.JPEG_LS_NEAR,
          PixelSample.JPEG_WITHOUT_OFFSETS);

  @TempDir private Path directory;
  private PixelOracle oracle;

  @BeforeEach
  void findOracle() {
    oracle = new PixelOracle(directory);
  }

  private static RenderedRequest rendered(DicomWebClient client, Sample stored) {
    return client.retrieveRendered(stored.study(), stored.series(), stored.instance());
  }

  private static RenderedRequest rendered(DicomWebClient client, Sample stored, int frame) {
    return client.retrieveRendered(stored.study(), stored.series(), stored.instance(), frame);
  }

  private static Picture picture(RenderedRequest request, MediaType type) throws IOException {
    Rendered rendered = request.as(type).execute();
    assertThat(rendered.mediaType()).isEqualTo(type);
    assertThat(rendered.partial()).isFalse();
    assertThat(rendered.warnings()).isEmpty();
    return Picture.of(rendered.bytes());
  }

  /** The first, the last and some between. */
  private static int[] someFrames(PixelSample sample) {
    if (sample == PixelSample.JPEG_WITHOUT_OFFSETS) {
      // Orthanc does not find the other one.
      return new int[] {1};
    }
    int step = Math.max(1, sample.frames() / 5);
    return IntStream.rangeClosed(1, sample.frames())
        .filter(frame -> frame == sample.frames() || frame % step == 1 || step == 1)
        .toArray();
  }

  @Test
  void png_ofEachFrame_isWhatDcmtkRenders(OrthancServer server) throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(COLOURED);
    samples.addAll(EXACT);
    samples.addAll(GREY);
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : samples) {
        Sample stored = sample.storeAlone(server, client);
        Path plain = oracle.uncompressed(sample);
        // Orthanc cuts the fraction of a shade off, DCMTK rounds it.
        int tolerance = GREY.contains(sample) ? 1 : 0;
        for (int frame : someFrames(sample)) {
          Picture expected = oracle.rendered(plain, frame, "+Wm");
          assertThat(
                  picture(rendered(client, stored, frame), MediaType.PNG).worstDifference(expected))
              .as("%s, frame %d", sample, frame)
              .isLessThanOrEqualTo(tolerance);
        }
        assertThat(
                picture(rendered(client, stored), MediaType.PNG)
                    .worstDifference(oracle.rendered(plain, 1, "+Wm")))
            .as("the instance %s", sample)
            .isLessThanOrEqualTo(tolerance);
      }
    }
  }

  /** What is left is the loss of JPEG; in the smallest colour image it is large. */
  @Test
  void jpeg_isNearWhatDcmtkRenders(OrthancServer server) throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(COLOURED);
    samples.remove(PixelSample.RGB_ODD);
    samples.addAll(EXACT);
    samples.addAll(GREY);
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : samples) {
        Sample stored = sample.storeAlone(server, client);
        Picture expected = oracle.rendered(oracle.uncompressed(sample), 1, "+Wm");
        assertThat(picture(rendered(client, stored, 1), MediaType.JPEG).meanDifference(expected))
            .as("%s", sample)
            .isLessThan(COLOURED.contains(sample) ? 4 : 2.5);
      }
    }
  }

  @Test
  void quality_lower_isSmallerAndFurtherFromTheOriginal(OrthancServer server) throws Exception {
    PixelSample sample = PixelSample.DEFLATED;
    try (DicomWebClient client = server.client()) {
      Sample stored = sample.storeAlone(server, client);
      Picture original = oracle.rendered(sample.file(), 1, "+Wm");
      RenderedRequest request = rendered(client, stored).as(MediaType.JPEG);
      Rendered worse = request.quality(10).execute();
      Rendered better = request.quality(100).execute();
      assertThat(worse.bytes().length).isLessThan(better.bytes().length / 2);
      double near = Picture.of(better.bytes()).meanDifference(original);
      assertThat(near).isLessThan(0.5);
      assertThat(Picture.of(worse.bytes()).meanDifference(original)).isGreaterThan(near);
    }
  }

  @Test
  void window_ofTheCt_isThatOfDcmtk(OrthancServer server) throws Exception {
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample :
          List.of(PixelSample.CT, PixelSample.CT_LARGE, PixelSample.RLE_CT, PixelSample.RLE_MR)) {
        RenderedRequest request = rendered(client, sample.storeAlone(server, client));
        Path plain = oracle.uncompressed(sample);
        for (WindowFunction function : List.of(WindowFunction.LINEAR, WindowFunction.SIGMOID)) {
          Picture narrow = assertWindow(request, plain, 40, 400, function);
          Picture wide = assertWindow(request, plain, 600, 1600, function);
          assertThat(narrow.meanDifference(wide)).as("%s", sample).isGreaterThan(5);
        }
      }
    }
  }

  private Picture assertWindow(
      RenderedRequest request, Path plain, int center, int width, WindowFunction function)
      throws IOException {
    Picture picture = picture(request.window(center, width, function), MediaType.PNG);
    String shape = function == WindowFunction.SIGMOID ? "+Wfs" : "+Wfl";
    Picture expected =
        oracle.rendered(plain, 1, "+Ww", Integer.toString(center), Integer.toString(width), shape);
    assertThat(picture.worstDifference(expected))
        .as("%s %d %d", function, center, width)
        .isLessThanOrEqualTo(1);
    return picture;
  }

  @Test
  void viewport_hasTheSizeAndTheRegionAskedFor(OrthancServer server) throws Exception {
    try (DicomWebClient client = server.client()) {
      RenderedRequest request =
          rendered(client, PixelSample.CT_LARGE.storeAlone(server, client))
              .window(600, 1600, WindowFunction.LINEAR);
      Path file = PixelSample.CT_LARGE.file();
      Picture region =
          picture(
              request.viewport(Viewport.of(200, 150).source(100, 120, 200, 150)), MediaType.PNG);
      Picture expected =
          oracle.rendered(file, 1, "+Ww", "600", "1600", "+C", "100", "120", "200", "150");
      assertThat(region.worstDifference(expected)).isLessThanOrEqualTo(1);

      // The two do not interpolate alike.
      for (int side : new int[] {256, 1024}) {
        Picture scaled =
            oracle.rendered(file, 1, "+Ww", "600", "1600", "+Sxv", Integer.toString(side));
        assertThat(picture(request.viewport(side, side), MediaType.PNG).meanDifference(scaled))
            .as("%d pixels", side)
            .isLessThan(5);
      }
      for (MediaType type : List.of(MediaType.PNG, MediaType.JPEG)) {
        Picture small = picture(request.viewport(100, 60), type);
        assertThat(small.width()).isEqualTo(100);
        assertThat(small.height()).isEqualTo(60);
      }
    }
  }

  @Test
  void rendered_ofStudyAndSeries_isThatOfTheirInstance(OrthancServer server) throws Exception {
    try (DicomWebClient client = server.client()) {
      Sample stored = PixelSample.JPEG_LOSSLESS_CT.storeAlone(server, client);
      Rendered instance = rendered(client, stored).as(MediaType.PNG).execute();
      for (RenderedRequest above :
          List.of(
              client.retrieveRendered(stored.study()),
              client.retrieveRendered(stored.study(), stored.series()))) {
        Rendered picture = above.as(MediaType.PNG).execute();
        assertThat(picture.mediaType()).isEqualTo(MediaType.PNG);
        assertThat(picture.bytes()).isEqualTo(instance.bytes());
      }
    }
  }

  @Test
  void rendered_savedToAFile_isThePictureWhole(OrthancServer server) throws Exception {
    PixelSample sample = PixelSample.RLE_RGB;
    try (DicomWebClient client = server.client()) {
      Sample stored = sample.storeAlone(server, client);
      RenderedFile saved =
          rendered(client, stored, 2).as(MediaType.PNG).saveTo(directory.resolve("frame.png"));
      assertThat(saved.mediaType()).isEqualTo(MediaType.PNG);
      assertThat(saved.bytes()).isEqualTo(Files.size(saved.file()));
      assertThat(
              Picture.of(Files.readAllBytes(saved.file()))
                  .worstDifference(oracle.rendered(oracle.uncompressed(sample), 2)))
          .isZero();
    }
  }

  @Test
  void rendered_ofWhatOrthancCannotRender_isRefused(OrthancServer server) throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(PixelSample.JPEG_2000);
    samples.addAll(
        List.of(PixelSample.PALETTE_ULTRASOUND, PixelSample.DOSE_32_BIT, PixelSample.YBR_422));
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : samples) {
        Sample stored = sample.storeAlone(server, client);
        assertRefused(rendered(client, stored));
        assertRefused(rendered(client, stored, 1).as(MediaType.PNG));
      }
      PixelSample fragmented = PixelSample.JPEG_WITHOUT_OFFSETS;
      assertRefused(rendered(client, fragmented.storeAlone(server, client), 2));
      Sample ct = PixelSample.CT.storeAlone(server, client);
      assertRefused(rendered(client, ct, 2));
      assertRefused(rendered(client, ct).as(MediaType.GIF));
      byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
      Path file = directory.resolve("document.dcm");
      Files.write(file, Part10Writer.create().toBytes(EncapsulatedPdf.of(pdf).toDataset()));
      client.storeInstances().add(file).execute().orThrow();
      assertRefused(rendered(client, Sample.of(file, Part10HeaderReader.read(file))));
    }
  }

  private static void assertRefused(RenderedRequest request) {
    assertThatExceptionOfType(HttpStatusException.class)
        .isThrownBy(request::execute)
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
  }
}
