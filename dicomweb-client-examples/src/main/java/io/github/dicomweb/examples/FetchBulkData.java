// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads the metadata of an instance, which has no pixels in it, and then fetches only what is
 * wanted: each value that the metadata refers to, the first bytes of one of them, and its frames.
 *
 * <p>Arguments: the base URL, the UIDs of study, series and instance, and a directory, or none for
 * an embedded server. A server may leave values out of its metadata without saying where they are;
 * then there are only the frames.
 */
public final class FetchBulkData {
  private final DicomWebClient client;
  private final ExampleInstance instance;
  private final Path directory;

  private FetchBulkData(DicomWebClient client, ExampleInstance instance, Path directory) {
    this.client = client;
    this.instance = instance;
    this.directory = directory;
  }

  /**
   * Runs it.
   *
   * @param args the base URL, the instance and the directory, or nothing
   * @throws IOException if the samples cannot be copied
   */
  public static void main(String[] args) throws IOException {
    ExampleInstance instance = ExampleInstance.of(args, TestStudies.multiFrame());
    Path directory = args.length > 4 ? Path.of(args[4]) : Files.createTempDirectory("dicomweb");
    try (ExampleServer server =
            ExampleServer.withSamples(args, Files.createTempDirectory("dicomweb-samples"));
        DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {
      new FetchBulkData(client, instance, directory).run();
    }
  }

  private void run() {
    Dataset metadata =
        client
            .retrieveMetadata(instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid())
            .execute()
            .get(0);
    Map<String, BulkDataReference> values = new LinkedHashMap<>();
    collect(metadata, "", values);
    System.out.printf("%d attributes, %d values elsewhere%n", metadata.size(), values.size());
    values.forEach(this::fetchValue);
    if (metadata.contains(Tag.Rows)) {
      fetchFrames(metadata.intValue(Tag.NumberOfFrames).orElse(1));
    }
    System.out.println("in " + directory);
  }

  /** Values may be deep in sequences too, such as the samples of a waveform. */
  private static void collect(
      Dataset dataset, String prefix, Map<String, BulkDataReference> values) {
    for (Element element : dataset) {
      String name = prefix + Tags.toHex(element.tag());
      if (element instanceof BulkDataElement value) {
        values.put(name, value.reference());
      } else if (element instanceof SequenceElement sequence) {
        int item = 0;
        for (Dataset each : sequence.items()) {
          collect(each, name + "." + item++ + ".", values);
        }
      }
    }
  }

  private void fetchValue(String name, BulkDataReference reference) {
    int received = 0;
    try (Parts<BulkDataPart> parts = client.retrieveBulkData(reference).open()) {
      // One as a rule; of compressed pixels some servers make a part for each frame.
      for (BulkDataPart part : parts) {
        save(part, name + (received++ == 0 ? "" : "." + part.index()) + ".bin");
      }
      parts.warnings().forEach(warning -> System.out.println("warning: " + warning.text()));
    }
    if (received == 1) {
      // From a server that sends the whole value all the same, these bytes of it are taken.
      byte[] first = client.retrieveBulkData(reference).range(0, 7).readAllBytes();
      System.out.printf("%s begins with %s%n", name, HexFormat.of().formatHex(first));
    }
  }

  private void save(Part part, String name) {
    long length = part.saveTo(directory.resolve(name));
    String type = part.mediaType().map(MediaType::toString).orElse("?");
    System.out.printf("%s: %d bytes of %s%n", name, length, type);
  }

  private void fetchFrames(int count) {
    int[] numbers = IntStream.rangeClosed(1, count).toArray();
    try (FrameParts frames =
        client
            .retrieveFrames(
                instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid(), numbers)
            .open()) {
      for (FramePart frame : frames) {
        save(frame, "frame-" + frame.number() + ".bin");
      }
      frames.missing().forEach(number -> System.out.println("missing: frame " + number));
    }
  }
}
