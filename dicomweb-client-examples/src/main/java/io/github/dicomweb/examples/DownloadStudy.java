// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Downloads a study into a directory and says whether everything came.
 *
 * <p>Arguments: the base URL, the Study Instance UID and a directory, or none for an embedded
 * server.
 */
public final class DownloadStudy {
  private DownloadStudy() {}

  /**
   * Runs it.
   *
   * @param args the base URL, the study and the directory, or nothing
   * @throws IOException if the samples cannot be copied
   */
  public static void main(String[] args) throws IOException {
    String studyUid = args.length > 1 ? args[1] : TestStudies.ctSlices().get(0).studyInstanceUid();
    Path directory = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("dicomweb");
    try (ExampleServer server =
            ExampleServer.withSamples(args, Files.createTempDirectory("dicomweb-samples"));
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {
      RetrieveReport report =
          client
              .retrieveStudy(studyUid)
              .onProgress(
                  progress ->
                      System.out.printf(
                          "\r%d instances, %d bytes", progress.instances(), progress.bytes()))
              .saveTo(directory);
      System.out.printf("%n%s%nin %s%n", report, directory);
      report.missing().forEach(uid -> System.out.println("missing: " + uid));
      if (report.verdict() == Verdict.INCOMPLETE) {
        report.failure().ifPresent(failure -> System.out.println(failure.getMessage()));
      }
    }
  }
}
