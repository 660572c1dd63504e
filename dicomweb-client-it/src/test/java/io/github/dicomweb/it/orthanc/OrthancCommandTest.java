// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.it.cli.Command;
import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.it.cli.Dialog;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what comes from Orthanc is what went there. */
@org.junit.jupiter.api.Tag("command")
@OrthancTest
class OrthancCommandTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String STUDY = SLICE.studyInstanceUid();
  private static final String SERIES = SLICE.seriesInstanceUid();
  private static final String SOP = SLICE.sopInstanceUid();

  @TempDir private Path directory;

  private String in(String name) {
    return directory.resolve(name).toString();
  }

  private Command orthanc(OrthancServer server) throws IOException {
    Path studies = directory.resolve("studies");
    TestStudies.copyAllTo(studies);
    return Command.at(server.dicomWebUrl()).with("--profile", "orthanc");
  }

  @Test
  void storeSearchAndRetrieve_bringTheSameBack(OrthancServer server) throws Exception {
    Command command = orthanc(server);
    Result stored =
        command
            .run("store", in("studies"), "--batch-count", "20", "--report", in("s.json"))
            .expect(0);
    assertThat(stored.out()).startsWith("26 stored, 0 failed, 0 unconfirmed");
    assertThat(server.rest().instanceCount()).isEqualTo(26);
    assertThat(Files.readString(directory.resolve("s.json"))).contains("\"stored\" : 26");

    Result csv =
        command
            .run(
                "search",
                "studies",
                "-m",
                "PatientName=Yamada*",
                "--format",
                "csv",
                "--columns",
                "PatientID,StudyInstanceUID")
            .expect(0);
    assertThat(csv.lines()).containsExactly("PatientID,StudyInstanceUID", "PHANTOM-1," + STUDY);
    assertThat(command.run("count", "instances", "--study", STUDY).expect(0).out())
        .isEqualTo("23\n");
    Result metadata = command.run("metadata", STUDY, SERIES, "--format", "ndjson").expect(0);
    assertThat(metadata.lines()).hasSize(20);

    Result retrieved =
        command.run("retrieve", STUDY, "-o", in("d"), "--report", in("r.json")).expect(0);
    assertThat(retrieved.out()).startsWith("complete: 23 of 23");
    Path file = directory.resolve("d").resolve(STUDY).resolve(SERIES).resolve(SOP + ".dcm");
    assertThat(file).hasBinaryContent(SLICE.bytes());
    Files.delete(file);
    command.run("retrieve", STUDY, "-o", in("d"), "--parallel", "2").expect(0);
    assertThat(file).hasBinaryContent(SLICE.bytes());
    try (Stream<Path> all = Files.walk(directory.resolve("d"))) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(23);
    }
  }

  @Test
  void framesAndValues_areTheSame(OrthancServer server) throws Exception {
    Command command = orthanc(server);
    command.run("store", in("studies")).expect(0);
    command.run("frames", STUDY, SERIES, SOP, "all", "-o", in("f")).expect(0);
    assertThat(directory.resolve("f").resolve("frame-000001.bin")).exists();
    Dataset dataset;
    try (DicomJsonReader reader =
        DicomJsonReader.from(
            new StringReader(command.run("metadata", STUDY, SERIES, SOP).expect(0).out()))) {
      dataset = reader.readAll().get(0);
    }
    String uri = dataset.bulkData(Tag.PixelData).orElseThrow().uri();
    command.run("bulkdata", uri, "-o", in("p.raw")).expect(0);
    assertThat(directory.resolve("p.raw"))
        .hasSameBinaryContentAs(directory.resolve("f").resolve("frame-000001.bin"));
    command.run("preview", STUDY, "-o", in("p.html")).expect(0);
    assertThat(Files.readString(directory.resolve("p.html"))).contains("data:image/jpeg;base64,");
    String wado = server.rest().baseUrl() + "/wado";
    command
        .run("--wado-uri-url", wado, "wado-uri", STUDY, SERIES, SOP, "-o", in("u.dcm"))
        .expect(0);
    assertThat(directory.resolve("u.dcm")).hasBinaryContent(SLICE.bytes());
  }

  @Test
  void password_comesFromTheEnvironment(@OrthancTest.WithPassword OrthancServer server)
      throws Exception {
    Command command = orthanc(server).with("--user", OrthancConfig.USER, "--password-env", "P");
    command.env("P", OrthancConfig.PASSWORD).run("search", "studies").expect(0);
    Result refused = command.env("P", "another").run("search", "studies").expect(4);
    assertThat(refused.err()).hasLineCount(1).contains("not authenticated");
    command.run("search", "studies").expect(2);
    Command asking = Command.at(server.dicomWebUrl()).with("--user", OrthancConfig.USER);
    try (Dialog dialog = Dialog.onTerminal(asking, "count", "studies")) {
      dialog.awaitText("Password: ");
      dialog.type(OrthancConfig.PASSWORD);
      assertThat(dialog.end().expect(0).out())
          .contains("0\r\n")
          .doesNotContain(OrthancConfig.PASSWORD);
    }
    try (Dialog dialog = Dialog.onTerminal(asking, "count", "studies")) {
      dialog.awaitText("Password: ");
      dialog.interrupt();
      dialog.end().expect(130);
    }
  }
}
