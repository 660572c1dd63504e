// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Annotation;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.IccProfile;
import io.github.dicomweb.retrieve.Orientation;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.retrieve.RenderedFile;
import io.github.dicomweb.retrieve.RenderingMethod;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.WindowFunction;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The code of docs/frames-and-pictures.md. */
class FramesAndPicturesPageTest extends PageTest {
  private final String multiSeriesUid = MULTI_FRAME.seriesInstanceUid();
  private final String multiUid = MULTI_FRAME.sopInstanceUid();

  @Test
  void frames_areFilesOneByOne() {
    try (FrameParts frames =
        client.retrieveFrames(studyUid, multiSeriesUid, multiUid, 1, 2, 8).open()) {
      for (FramePart frame : frames) {
        frame.saveTo(directory.resolve(frame.number() + ".bin"));
        System.out.println(
            frame.number() + " " + frame.transferSyntax().map(TransferSyntax::name).orElse("?"));
      }
      frames.missing().forEach(number -> System.out.println("missing: " + number));
    }
    assertThat(printed())
        .containsExactly(
            "1 Explicit VR Little Endian",
            "2 Explicit VR Little Endian",
            "8 Explicit VR Little Endian");
    assertThat(directory.resolve("8.bin")).hasSize(64 * 64);
  }

  @Test
  void frames_areAskedForInOtherForms() {
    FrameParts frames =
        client
            .retrieveFrames(studyUid, multiSeriesUid, multiUid, 1)
            .accept(MediaType.OCTET_STREAM)
            .open();
    frames.close();
    assertThatThrownBy(
            () ->
                client
                    .retrieveFrames(studyUid, multiSeriesUid, multiUid, 1)
                    .accept(
                        MediaRange.of(MediaType.JPEG).transferSyntax(TransferSyntax.JPEG_BASELINE))
                    .open())
        .isInstanceOf(HttpStatusException.class);
  }

  @Test
  void picture_isAsLargeAndWindowedAsWanted() throws IOException {
    RenderedFile file =
        client
            .retrieveRendered(studyUid, seriesUid, sopInstanceUid)
            .as(MediaType.PNG)
            .window(38, 90, WindowFunction.LINEAR)
            .viewport(512, 512)
            .saveTo(directory.resolve("brain.png"));
    System.out.println(file.mediaType());
    assertThat(printed()).containsExactly("image/png");
    assertThat(ImageIO.read(file.file().toFile()).getWidth()).isEqualTo(512);
  }

  @Test
  void picture_inMemory() throws IOException {
    Rendered rendered = client.retrieveRendered(studyUid, multiSeriesUid, multiUid, 3).execute();
    BufferedImage image = ImageIO.read(rendered.inputStream());
    rendered.warnings().forEach(warning -> System.out.println(warning.text()));
    assertThat(image.getWidth()).isEqualTo(64);
    assertThat(printed()).isEmpty();
  }

  @Test
  void region_annotationAndProfile_areAskedFor() {
    Rendered region =
        client
            .retrieveRendered(studyUid, seriesUid, sopInstanceUid)
            .viewport(Viewport.of(256, 128).source(48, 24, 48, 24))
            .quality(90)
            .annotation(Annotation.PATIENT, Annotation.TECHNIQUE)
            .iccProfile(IccProfile.SRGB)
            .execute();
    region.warnings().forEach(warning -> System.out.println(warning.text()));
    assertThat(printed())
        .containsExactly(
            "The following annotation values are not supported: patient,technique",
            "The iccprofile parameter is not supported.");
  }

  @Test
  void severalPictures_comeOneByOne() {
    int pictures = 0;
    try (Parts<Part> parts = client.retrieveRendered(studyUid, seriesUid).open()) {
      for (Part part : parts) {
        part.saveTo(directory.resolve(part.index() + ".jpeg"));
        pictures++;
      }
    }
    assertThat(pictures).isEqualTo(20);
  }

  @Test
  void thumbnail_standsForAStudy() {
    client.retrieveThumbnail(studyUid).viewport(128, 128).saveTo(directory.resolve("study.jpeg"));
    assertThat(directory.resolve("study.jpeg")).isNotEmptyFile();
  }

  @Test
  void document_comesAsItIs() {
    String pdfSeriesUid = TestStudies.encapsulatedPdf().seriesInstanceUid();
    String pdfUid = TestStudies.encapsulatedPdf().sopInstanceUid();
    client
        .retrieveRendered(studyUid, pdfSeriesUid, pdfUid)
        .as(MediaType.PDF)
        .saveTo(directory.resolve("report.pdf"));
    assertThat(directory.resolve("report.pdf")).isNotEmptyFile();
  }

  @Test
  void bulkData_isReadInRanges() {
    Dataset metadata = client.retrieveMetadata(studyUid, multiSeriesUid, multiUid).execute().get(0);
    BulkDataReference pixels = metadata.bulkData(Tag.PixelData).orElseThrow();
    byte[] first = client.retrieveBulkData(pixels).range(0, 1023).readAllBytes();
    byte[] last = client.retrieveBulkData(pixels).lastBytes(512).readAllBytes();
    long length = client.retrieveBulkData(pixels).saveTo(directory.resolve("pixels.bin"));
    assertThat(first).hasSize(1024);
    assertThat(last).hasSize(512);
    assertThat(length).isEqualTo(32768);
  }

  @Test
  void allBulkData_comesInOneAnswer() {
    long bytes = 0;
    try (Parts<BulkDataPart> values =
        client.retrievePixelDataOf(studyUid, seriesUid, sopInstanceUid).open()) {
      for (BulkDataPart value : values) {
        bytes += value.saveTo(directory.resolve(value.index() + ".bin"));
      }
    }
    assertThat(bytes).isEqualTo(2 * 96 * 96);
  }

  @Test
  void volumes_areProjected() {
    Rendered coronal =
        client
            .volumes()
            .retrieveRenderedMpr(studyUid, seriesUid)
            .orientation(Orientation.ANTERIOR)
            .renderingMethod(RenderingMethod.MAXIMUM_IP)
            .mprSlab(10)
            .execute();
    assertThat(coronal.mediaType()).isEqualTo(MediaType.JPEG);
  }
}
