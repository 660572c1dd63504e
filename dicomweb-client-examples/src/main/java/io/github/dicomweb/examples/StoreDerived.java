// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Uids;
import io.github.dicomweb.dicom.build.EncapsulatedPdf;
import io.github.dicomweb.dicom.build.SecondaryCapture;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Builds a picture, a document and a structured report in the study of an instance that the server
 * has, stores them, finds them by searching and reads the report back.
 *
 * <p>Arguments: the base URL and the UIDs of study, series and instance of an image, or none for an
 * embedded server. On a server that was given it leaves three new series in that study.
 */
public final class StoreDerived {
  private StoreDerived() {}

  /**
   * Runs it.
   *
   * @param args the base URL and the instance, or nothing
   * @throws IOException if the samples cannot be copied, or the report cannot be read back
   */
  public static void main(String[] args) throws IOException {
    ExampleInstance instance = ExampleInstance.of(args, TestStudies.ctSlices().get(12));
    try (ExampleServer server =
            ExampleServer.withSamples(args, Files.createTempDirectory("dicomweb-samples"));
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {
      Dataset image =
          client
              .retrieveMetadata(
                  instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid())
              .execute()
              .get(0);
      Dataset picture = picture(image);
      Dataset document = document(image);
      Dataset text = BasicTextReport.of(image, "Doe^Jane", "Bright lesion on the left: 3 × 2 cm.");

      StoreReport report =
          client
              .storeInstances()
              .add(picture)
              .add(document)
              .add(text)
              .toStudy(instance.studyUid())
              .execute();
      for (StoreOutcome outcome : report.outcomes()) {
        System.out.printf(
            "%s %s %s %s%n",
            outcome.status(),
            outcome.sopClassUid().map(Uids::name).orElse("?"),
            outcome.reason().map(Object::toString).orElse(""),
            outcome.message());
      }
      report.orThrow();

      for (Dataset built : List.of(picture, document, text)) {
        find(client, built);
      }
      readBack(client, text);
    }
  }

  private static Dataset picture(Dataset image) {
    BufferedImage chart = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = chart.createGraphics();
    graphics.setColor(Color.ORANGE);
    for (int bar = 0; bar < 8; bar++) {
      graphics.fillRect(4 + 11 * bar, 56 - 6 * bar, 8, 4 + 6 * bar);
    }
    graphics.dispose();
    // Nothing in it tells who the patient is, and that is said.
    return SecondaryCapture.of(chart).inStudyOf(image).toDataset().toBuilder()
        .put(Tag.SeriesDescription, "Chart")
        .put(Tag.BurnedInAnnotation, "NO")
        .build();
  }

  private static Dataset document(Dataset image) {
    return EncapsulatedPdf.of(OnePagePdf.saying("A document that was made by a program."))
        .title("A document")
        .inStudyOf(image)
        .toDataset()
        .toBuilder()
        .put(Tag.SeriesDescription, "Document")
        .put(Tag.BurnedInAnnotation, "NO")
        .build();
  }

  private static void find(DicomWebClient client, Dataset built) {
    String studyUid = built.string(Tag.StudyInstanceUID).orElseThrow();
    String seriesUid = built.string(Tag.SeriesInstanceUID).orElseThrow();
    List<Dataset> found =
        client
            .searchForInstances(studyUid, seriesUid)
            .match(Tag.SOPInstanceUID, built.string(Tag.SOPInstanceUID).orElseThrow())
            .execute()
            .results();
    // Some servers say that an instance is stored before searches know of it.
    System.out.printf(
        "%s: %s%n",
        found.isEmpty() ? "not found yet" : "found",
        built.string(Tag.SOPClassUID).map(Uids::name).orElse("?"));
  }

  /** Whole, as a DICOM file; the metadata would do too, as a report is all attributes. */
  private static void readBack(DicomWebClient client, Dataset built) throws IOException {
    try (Parts<InstancePart> parts =
        client
            .retrieveInstance(
                built.string(Tag.StudyInstanceUID).orElseThrow(),
                built.string(Tag.SeriesInstanceUID).orElseThrow(),
                built.string(Tag.SOPInstanceUID).orElseThrow())
            .open()) {
      for (InstancePart part : parts) {
        Dataset read = Part10Reader.create().read(part.inputStream()).orThrow().dataset();
        System.out.println(
            read.equals(built)
                ? "read back as it was built:"
                : "read back, and changed by the server:");
        BasicTextReport.print(read, 0);
      }
    }
  }
}
