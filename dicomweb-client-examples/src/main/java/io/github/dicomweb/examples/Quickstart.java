// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores a study, finds it by the patient's name, downloads it, checks that what came back is byte
 * for byte what was sent, and writes a picture of one slice.
 *
 * <p>Arguments: the base URL of a DICOMweb server, or none for an embedded one.
 */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Runs it.
   *
   * @param args the base URL, or nothing
   * @throws IOException if the local files cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path work = Files.createTempDirectory("dicomweb-quickstart");
    Path samples = work.resolve("samples");
    List<Path> sent = TestStudies.copyAllTo(samples);
    try (ExampleServer server = ExampleServer.of(args);
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {

      StoreReport stored = client.storeInstances().add(samples).execute().orThrow();
      System.out.printf(
          "Stored %d instances on %s.%n%n", stored.stored().size(), server.description());

      String studyUid = "";
      System.out.printf("%-12s %-10s %-28s %s%n", "patient ID", "date", "patient", "images");
      for (Dataset study : client.searchForStudies().patientName("Yamada*")) {
        studyUid = study.string(Tag.StudyInstanceUID).orElseThrow();
        System.out.printf(
            "%-12s %-10s %-28s %s%n",
            study.string(Tag.PatientID).orElse(""),
            study.string(Tag.StudyDate).orElse(""),
            study.personName(Tag.PatientName).map(Names::readable).orElse(""),
            study.string(Tag.NumberOfStudyRelatedInstances).orElse("?"));
      }

      List<SavedInstance> saved = new ArrayList<>();
      RetrieveReport report =
          client
              .retrieveStudy(studyUid)
              .onInstance(saved::add)
              .saveTo(work.resolve("download"))
              .orThrow();
      System.out.printf(
          "%nDownloaded %d instances, %d bytes: %s.%n",
          report.received(), report.bytes(), report.verdict());

      System.out.printf(
          "%d of them are byte for byte what was sent.%n", identical(saved, byInstance(sent)));

      Path slice = samples.resolve(TestStudies.ctSlices().get(12).fileName());
      Path png = work.resolve("slice.png");
      SlicePicture.write(slice, png);
      System.out.printf("A picture of one slice: %s%n", png);
    }
  }

  private static Map<String, Path> byInstance(List<Path> files) throws IOException {
    Map<String, Path> byInstance = new HashMap<>();
    for (Path file : files) {
      byInstance.put(Part10HeaderReader.read(file).sopInstanceUid().orElseThrow(), file);
    }
    return byInstance;
  }

  private static long identical(List<SavedInstance> saved, Map<String, Path> sent)
      throws IOException {
    long identical = 0;
    for (SavedInstance instance : saved) {
      Path original = sent.get(instance.sopInstanceUid());
      if (original == null || Files.mismatch(instance.file(), original) >= 0) {
        throw new IllegalStateException("an instance came back changed");
      }
      identical++;
    }
    return identical;
  }
}
