// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.probe.ProbeFinding;
import io.github.dicomweb.probe.ProbeReport;
import io.github.dicomweb.profile.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;

/**
 * Finds out what a server does where servers differ, by a few requests that change nothing, and
 * goes on with what was found. No program needs this: a client without a profile negotiates each
 * request. It is for whoever wants to know a server, or to save the requests that it refuses.
 *
 * <p>Arguments: the base URL, or none for an embedded server. Of an empty server little can be
 * found.
 */
public final class ProbeServer {
  private ProbeServer() {}

  /**
   * Runs it.
   *
   * @param args the base URL, or nothing
   * @throws IOException if the samples cannot be copied
   */
  public static void main(String[] args) throws IOException {
    try (ExampleServer server =
            ExampleServer.withSamples(args, Files.createTempDirectory("dicomweb-samples"));
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {
      ProbeReport report = client.probe().execute();
      for (ProbeFinding finding : report.findings()) {
        System.out.printf(
            "%-8s %3d %s%n             %s%n",
            finding.certainty(), finding.status(), finding.request(), finding.meaning());
      }
      System.out.printf("%d requests%n%n%s%n", report.requests(), report.profile());
      Set<Feature> missing = EnumSet.complementOf(EnumSet.copyOf(report.profile().features()));
      System.out.println("not there: " + missing);

      DicomWebClient taught = client.withProfile(report.profile());
      for (Dataset study : taught.searchForStudies().limit(5)) {
        System.out.println("a study of " + study.string(Tag.StudyDate).orElse("an unknown day"));
      }
    }
  }
}
