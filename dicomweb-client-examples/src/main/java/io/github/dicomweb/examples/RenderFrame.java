// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.RenderedFile;
import io.github.dicomweb.retrieve.RenderedRequest;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.WindowFunction;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Has the server make pictures of a frame: one with a window of our own, enlarged; one of a region
 * of it; and a thumbnail, which many servers do not have.
 *
 * <p>Arguments: the base URL, the UIDs of study, series and instance, a directory, the number of a
 * frame, and centre and width of the window, or none for an embedded server. All after the base URL
 * may be left out from the end.
 */
public final class RenderFrame {
  private RenderFrame() {}

  /**
   * Runs it.
   *
   * @param args the base URL, the instance, the directory, the frame and the window, or nothing
   * @throws IOException if the samples cannot be copied
   */
  public static void main(String[] args) throws IOException {
    ExampleInstance instance = ExampleInstance.of(args, TestStudies.ctSlices().get(12));
    Path directory = args.length > 4 ? Path.of(args[4]) : Files.createTempDirectory("dicomweb");
    int frame = args.length > 5 ? Integer.parseInt(args[5]) : 1;
    double center = args.length > 7 ? Double.parseDouble(args[6]) : 40;
    double width = args.length > 7 ? Double.parseDouble(args[7]) : 80;
    try (ExampleServer server =
            ExampleServer.withSamples(args, Files.createTempDirectory("dicomweb-samples"));
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {
      RenderedRequest picture =
          client
              .retrieveRendered(
                  instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid(), frame)
              .as(MediaType.PNG)
              .window(center, width, WindowFunction.LINEAR);
      show(picture.viewport(384, 384).saveTo(directory.resolve("frame.png")));
      // From column 48 and row 24 of the original on, 48 columns and 32 rows, four times as large.
      Viewport region = Viewport.of(192, 128).source(48, 24, 48, 32);
      show(picture.viewport(region).saveTo(directory.resolve("region.png")));
      show(thumbnail(client, instance, directory.resolve("thumbnail.jpeg")));
      System.out.println("in " + directory);
    }
  }

  private static RenderedFile thumbnail(
      DicomWebClient client, ExampleInstance instance, Path file) {
    try {
      return client
          .retrieveThumbnail(instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid())
          .viewport(64, 64)
          .saveTo(file);
    } catch (HttpStatusException e) {
      System.out.printf("no thumbnail (status %d), so a small picture%n", e.status());
      return client
          .retrieveRendered(instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid())
          .as(MediaType.JPEG)
          .viewport(64, 64)
          .saveTo(file);
    }
  }

  private static void show(RenderedFile picture) {
    System.out.printf("%s: %s%n", picture.file().getFileName(), picture);
    // A server says here what it ignored.
    picture.warnings().forEach(warning -> System.out.println("warning: " + warning.text()));
  }
}
