// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stores all DICOM files below a directory and says what became of each.
 *
 * <p>Arguments: the base URL and a directory, or none for an embedded server and sample files.
 */
public final class StoreDirectory {
  private StoreDirectory() {}

  /**
   * Runs it.
   *
   * @param args the base URL and the directory, or nothing
   * @throws IOException if the samples cannot be copied
   */
  public static void main(String[] args) throws IOException {
    Path directory = args.length > 1 ? Path.of(args[1]) : samples();
    try (ExampleServer server = ExampleServer.of(args);
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {
      StoreReport report = client.storeInstances().add(directory).execute();
      System.out.println(report);
      for (StoreOutcome outcome : report.outcomes()) {
        System.out.printf(
            "%-11s %s %s %s%n",
            outcome.status(),
            directory.relativize(Path.of(outcome.source().name())),
            outcome.reason().map(Object::toString).orElse(""),
            outcome.message());
      }
    }
  }

  private static Path samples() throws IOException {
    Path directory = Files.createTempDirectory("dicomweb-samples");
    TestStudies.copyAllTo(directory);
    Files.writeString(directory.resolve("readme.txt"), "This is no DICOM file.");
    return directory;
  }
}
