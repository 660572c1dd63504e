// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static io.github.dicomweb.dicom.DateRange.since;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.WindowFunction;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of the README, and checks that it stands there as it is run. */
class ReadmeTest {
  @TempDir Path directory = Path.of("");

  private String token() {
    return "a-token";
  }

  @Test
  void code_ofTheReadme_runs() throws IOException {
    PrintStream realOut = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (DicomWebTestServer server = DicomWebTestServer.start().requireBearer("a-token")) {
      TestStudies.copyAllTo(directory.resolve("samples"));
      assertThat(server.storeAll(directory.resolve("samples"))).isEqualTo(26);
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      TestObject object = TestStudies.multiFrame();
      run(
          server.baseUrl(),
          object.studyInstanceUid(),
          object.seriesInstanceUid(),
          object.sopInstanceUid());
    } finally {
      System.setOut(realOut);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(TestStudies.ctSlices().get(0).studyInstanceUid())
        .contains("COMPLETE, missing: 0")
        .contains("1024 bytes of bulk data");
    for (String frame : List.of("1.bin", "2.bin", "3.bin")) {
      assertThat(directory.resolve(frame)).hasSize(4096);
    }
    assertThat(ImageIO.read(directory.resolve("picture.png").toFile()).getWidth()).isEqualTo(512);
  }

  private void run(String baseUrl, String studyUid, String seriesUid, String uid) {
    // tag::readme[]
    try (DicomWebClient client =
        DicomWebClient.builder(baseUrl).credentials(Credentials.bearer(this::token)).build()) {

      // Search: page after page while you read, in constant memory.
      for (Dataset study :
          client.searchForStudies().patientName("Yam*").studyDate(since(2020, 1, 1))) {
        System.out.println(study.string(Tag.StudyInstanceUID).orElseThrow());
      }

      // Download: whole files under their final names, and a report of what is missing.
      RetrieveReport report = client.retrieveStudy(studyUid).saveTo(directory);
      System.out.println(report.verdict() + ", missing: " + report.missing().size());

      // Store: files, directories or streams, told per source.
      StoreReport stored = client.storeInstances().add(directory).execute();
      stored.failed().forEach(outcome -> System.out.println(outcome.reason()));

      // Frames: as they are stored, one at a time as they arrive.
      try (FrameParts frames = client.retrieveFrames(studyUid, seriesUid, uid, 1, 2, 3).open()) {
        for (FramePart frame : frames) {
          frame.saveTo(directory.resolve(frame.number() + ".bin"));
        }
      }

      // Rendered: a picture that the server makes, as large and with the window that is wanted.
      client
          .retrieveRendered(studyUid, seriesUid, uid, 1)
          .as(MediaType.PNG)
          .window(128, 256, WindowFunction.LINEAR)
          .viewport(512, 512)
          .saveTo(directory.resolve("picture.png"));

      // Bulk data: metadata first, and of a value that it refers to only some bytes.
      Dataset metadata = client.retrieveMetadata(studyUid, seriesUid, uid).execute().get(0);
      BulkDataReference pixels = metadata.bulkData(Tag.PixelData).orElseThrow();
      byte[] firstBytes = client.retrieveBulkData(pixels).range(0, 1023).readAllBytes();
      System.out.println(firstBytes.length + " bytes of bulk data");
    }
    // end::readme[]
  }

  @Test
  void code_ofTheReadme_isTheCodeThatRuns() throws IOException {
    Path source = Path.of("src/test/java/io/github/dicomweb/examples/ReadmeTest.java");
    String code =
        Files.readString(source)
            .lines()
            .dropWhile(line -> !line.contains("tag::readme"))
            .skip(1)
            .takeWhile(line -> !line.contains("end::readme"))
            .map(line -> line.length() > 4 ? line.substring(4) : "")
            .collect(Collectors.joining("\n"));
    assertThat(squeeze(Files.readString(Path.of("../README.md")))).contains(squeeze(code));
  }

  /** Line breaks are the formatter's business. */
  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
