// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.build.EncapsulatedPdf;
import io.github.dicomweb.dicom.build.SecondaryCapture;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orthanc as a judge of the files that we write. */
@OrthancTest
class OrthancWrittenFilesTest {
  private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  /** Images, structured reports, segmentations, plans, waveforms, in every character set. */
  @Test
  void store_samplesThatWeWroteAgain_storesEach(OrthancServer server) throws Exception {
    List<Sample> storable = SampleFiles.storable(server);
    StoreReport report;
    try (DicomWebClient client = server.client()) {
      report =
          client
              .storeInstances()
              .addAll(storable.stream().map(OrthancWrittenFilesTest::written).toList())
              .execute();
    }
    assertThat(report.isComplete()).as("%s", report).isTrue();
    assertThat(report.stored()).hasSize(storable.size());
    assertThat(server.rest().sopInstanceUids())
        .containsExactlyInAnyOrderElementsOf(storable.stream().map(Sample::instance).toList());
  }

  private static InstanceSource written(Sample sample) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Part10Writer.create().write(Part10Reader.create().read(sample.file()), out);
      return InstanceSource.of(sample.name(), out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void store_datasetsBuiltInCode_givesThemBackEqual(OrthancServer server) throws Exception {
    BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    image.setRGB(4, 2, 0x123456);
    Dataset capture = SecondaryCapture.of(image).toDataset();
    Dataset document =
        EncapsulatedPdf.of(PDF).title("Bericht \u00fcber \u5c71").inStudyOf(capture).toDataset();
    try (DicomWebClient client = server.client()) {
      for (Dataset dataset : List.of(capture, document)) {
        byte[] file = Part10Writer.create().toBytes(dataset);
        StoreReport report =
            client.storeInstances().add(InstanceSource.of("built", file)).execute();
        assertThat(report.isComplete()).as("%s", report).isTrue();
        try (Parts<InstancePart> parts =
            client
                .retrieveInstance(
                    dataset.string(Tag.StudyInstanceUID).orElseThrow(),
                    dataset.string(Tag.SeriesInstanceUID).orElseThrow(),
                    dataset.string(Tag.SOPInstanceUID).orElseThrow())
                .open()) {
          byte[] back = parts.next().orElseThrow().readAllBytes();
          Dataset received = Part10Reader.create().read(back).orThrow().dataset();
          assertThat(received).isEqualTo(Part10Reader.create().read(file).dataset());
        }
      }
    }
    assertThat(server.rest().instanceCount()).isEqualTo(2);
  }
}
