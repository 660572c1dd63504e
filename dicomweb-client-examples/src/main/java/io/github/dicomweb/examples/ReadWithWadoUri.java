// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.uri.UriFile;
import io.github.dicomweb.uri.UriRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads an object from an archive that has nothing but WADO-URI (PS3.18 §9): as a DICOM file and as
 * a picture. There is no search; the UIDs must be known from elsewhere, such as a report or a
 * worklist.
 *
 * <p>Arguments: the URL of WADO-URI, the UIDs of study, series and instance, and a directory, or
 * none for an embedded server.
 */
public final class ReadWithWadoUri {
  private ReadWithWadoUri() {}

  /**
   * Runs it.
   *
   * @param args the URL, the instance and the directory, or nothing
   * @throws IOException if the local files cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    ExampleInstance instance = ExampleInstance.of(args, TestStudies.ctSlices().get(12));
    Path directory = args.length > 4 ? Path.of(args[4]) : Files.createTempDirectory("dicomweb");
    try (ExampleServer server =
            ExampleServer.withSamples(args, Files.createTempDirectory("dicomweb-samples"));
        DicomWebClient client = DicomWebClient.builder(server.wadoUriUrl()).build()) {
      UriRequest object =
          client.retrieveByUri(
              instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid());

      UriFile dicom = object.dicom().saveTo(directory.resolve("object.dcm"));
      Dataset dataset = Part10Reader.create().read(dicom.file()).orThrow().dataset();
      System.out.printf(
          "%s of %s: %s%n", dataset.string(Tag.Modality).orElse("?"), patient(dataset), dicom);

      // An archive may render as JPEG only, the one type that the standard wants of all.
      UriFile picture =
          object
              .rendered()
              .contentType(MediaType.JPEG)
              .rows(256)
              .columns(256)
              .saveTo(directory.resolve("object.jpeg"));
      System.out.printf("rendered: %s%nin %s%n", picture, directory);
      picture.warnings().forEach(warning -> System.out.println("warning: " + warning.text()));
    }
  }

  private static String patient(Dataset dataset) {
    return dataset.personName(Tag.PatientName).map(Names::readable).orElse("(no name)");
  }
}
