// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.search.SearchPage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Searches, then asks for the metadata of all series at once, without waiting in between.
 *
 * <p>Arguments: the base URL, or none for an embedded server.
 */
public final class Asynchronous {
  private Asynchronous() {}

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
      CompletableFuture<List<CompletableFuture<String>>> answers =
          client
              .searchForSeries()
              .includeField(Tag.StudyInstanceUID)
              .limit(20)
              .executeAsync()
              .thenApply(page -> descriptions(client, page));
      answers.join().forEach(line -> System.out.println(line.join()));
    }
  }

  private static List<CompletableFuture<String>> descriptions(
      DicomWebClient client, SearchPage page) {
    return page.results().stream().map(series -> description(client, series)).toList();
  }

  private static CompletableFuture<String> description(DicomWebClient client, Dataset series) {
    String modality = series.string(Tag.Modality).orElse("?");
    return client
        .retrieveMetadata(
            series.string(Tag.StudyInstanceUID).orElseThrow(),
            series.string(Tag.SeriesInstanceUID).orElseThrow())
        .executeAsync()
        .thenApply(
            instances ->
                "%-4s %2d instances, %d attributes each at most"
                    .formatted(
                        modality,
                        instances.size(),
                        instances.stream().mapToInt(Dataset::size).max().orElse(0)));
  }
}
