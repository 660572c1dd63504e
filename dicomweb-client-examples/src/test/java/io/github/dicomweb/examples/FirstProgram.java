// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.store.StoreReport;
import java.nio.file.Path;

public final class FirstProgram {
  public static void main(String[] args) {
    String server = args.length > 0 ? args[0] : "http://localhost:8042/dicom-web";
    Path directory = Path.of("target", "downloads");

    try (DicomWebClient client = DicomWebClient.builder(server).build()) {
      for (Dataset study : client.searchForStudies().patientName("Yamada*")) {
        String studyUid = study.string(Tag.StudyInstanceUID).orElseThrow();
        System.out.println(
            study.string(Tag.PatientID).orElse("?") + " of " + study.date(Tag.StudyDate).get());

        RetrieveReport report = client.retrieveStudy(studyUid).saveTo(directory);
        System.out.println(report);
      }

      StoreReport stored = client.storeInstances().add(directory).execute();
      System.out.println(stored);
    }
  }
}
