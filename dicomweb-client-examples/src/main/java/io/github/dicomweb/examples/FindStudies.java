// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static io.github.dicomweb.dicom.DateRange.since;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Searches for studies, page by page, and says whether these are all.
 *
 * <p>Arguments: the base URL and a pattern for the patient's name, or none for an embedded server.
 */
public final class FindStudies {
  private FindStudies() {}

  /**
   * Runs it.
   *
   * @param args the base URL and the pattern, or nothing
   * @throws IOException if the samples cannot be copied
   */
  public static void main(String[] args) throws IOException {
    String pattern = args.length > 1 ? args[1] : "*";
    try (ExampleServer server =
            ExampleServer.withSamples(args, Files.createTempDirectory("dicomweb-samples"));
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build();
        SearchResults studies =
            client
                .searchForStudies()
                .patientName(pattern)
                .studyDate(since(1990, 1, 1))
                .includeField(Tag.StudyDescription)
                .results()) {
      for (Dataset study : studies) {
        System.out.printf(
            "%s  %-24s %s%n",
            study.string(Tag.StudyDate).orElse("        "),
            study.personName(Tag.PatientName).map(Names::readable).orElse("(no name)"),
            study.string(Tag.StudyDescription).orElse(""));
        String studyUid = study.string(Tag.StudyInstanceUID).orElseThrow();
        for (Dataset series : client.searchForSeries(studyUid)) {
          System.out.printf(
              "          %-4s %s instances%n",
              series.string(Tag.Modality).orElse("?"),
              series.string(Tag.NumberOfSeriesRelatedInstances).orElse("?"));
        }
      }
      System.out.printf("%d studies, %s%n", studies.received(), studies.completeness());
      studies.warnings().forEach(warning -> System.out.println("warning: " + warning.text()));
    }
  }
}
