// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** search, count, metadata, capabilities, probe. */
@Tag("command")
@ExtendWith(DicomWebServerExtension.class)
class CommandSearchTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String STUDY = SLICE.studyInstanceUid();

  @TempDir private Path directory;

  @BeforeEach
  void fill(DicomWebTestServer server) {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
  }

  private static List<Dataset> json(String text) throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(text))) {
      return reader.readAll();
    }
  }

  @Test
  void search_inEachForm_printsTheSame(DicomWebTestServer server) throws Exception {
    Command command = Command.at(server.baseUrl());

    Command.Result table = command.run("search", "studies").expect(0);
    assertThat(table.lines()).hasSize(3);
    assertThat(table.lines().get(0)).startsWith("PatientName");
    assertThat(table.out()).contains(STUDY).contains("山田^太郎").doesNotContain("\u001B");
    assertThat(table.err()).isEmpty();

    String array = command.run("search", "studies", "--format", "json").expect(0).out();
    assertThat(json(array)).hasSize(2);

    Command.Result lines =
        command.run("search", "instances", "--study", STUDY, "--format", "ndjson").expect(0);
    assertThat(lines.lines()).hasSize(23).allMatch(line -> line.startsWith("{"));

    Command.Result csv =
        command
            .run(
                "search",
                "series",
                "--format",
                "csv",
                "--columns",
                "Modality,SeriesDescription",
                "-m",
                "Modality=CR")
            .expect(0);
    assertThat(csv.out())
        .isEqualTo("Modality,SeriesDescription\r\nCR,\"Hand p.a., gespreizt\"\r\n");

    Command.Result xml = command.run("search", "studies", "--format", "xml").expect(0);
    assertThat(xml.lines()).first().asString().startsWith("<?xml");
    assertThat(xml.out()).contains("<NativeDicomModel ").contains(STUDY);
  }

  @Test
  void search_keysAndPages_reachTheServer(DicomWebTestServer server) throws Exception {
    Command command = Command.at(server.baseUrl());

    Command.Result found =
        command
            .run(
                "search",
                "instances",
                "--study",
                STUDY,
                "--series",
                SLICE.seriesInstanceUid(),
                "-m",
                "00080016=1.2.840.10008.5.1.4.1.1.2",
                "-i",
                "SliceLocation",
                "--page-size",
                "4",
                "--limit",
                "9",
                "--offset",
                "1",
                "--fuzzy",
                "--format",
                "ndjson")
            .expect(0);

    assertThat(found.lines()).hasSize(9);
    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().get(0).target())
        .contains("/series/" + SLICE.seriesInstanceUid() + "/instances")
        .contains("00080016=1.2.840.10008.5.1.4.1.1.2")
        .contains("includefield=SliceLocation")
        .contains("fuzzymatching=true")
        .contains("offset=1");
  }

  @Test
  void search_withoutMatches_isDoneAndEmpty(DicomWebTestServer server) throws Exception {
    Command.Result none =
        Command.at(server.baseUrl())
            .run(
                "search",
                "patients",
                "-m",
                "PatientID=nobody",
                "--format",
                "json",
                "--url",
                server.baseUrl(),
                "--profile",
                "dcm4chee")
            .expect(0);
    assertThat(none.out()).isEqualTo("[]\n");
  }

  @Test
  void search_truncatedByTheServer_saysSo(DicomWebTestServer server) throws Exception {
    server
        .maxResults(5)
        .behavior(
            server
                .behavior()
                .withPages(
                    p ->
                        p.withOffset(
                            io.github.dicomweb.testkit.behavior.PageBehavior.Offset.IGNORED)));
    Command.Result cut =
        Command.at(server.baseUrl())
            .run("search", "instances", "--study", STUDY, "--format", "ndjson")
            .expect(3);
    assertThat(cut.lines()).hasSizeLessThan(23);
    assertThat(cut.err()).contains("truncated");
  }

  @Test
  void count_byTheServerOrByPaging_isTheSame(DicomWebTestServer server) throws Exception {
    Command command = Command.at(server.baseUrl());
    assertThat(command.run("count", "instances", "--study", STUDY).expect(0).out())
        .isEqualTo("23\n");
    Command.Result told =
        command.run("count", "studies", "-m", "PatientID=HAND-2", "--profile", "dcm4chee");
    assertThat(told.expect(0).out()).isEqualTo("1\n");
    assertThat(server.requests().get(server.requests().size() - 1).target()).contains("/count");
  }

  @Test
  void metadata_inEachForm_isAllOfIt(DicomWebTestServer server) throws Exception {
    Command command = Command.at(server.baseUrl());
    Path file = directory.resolve("new").resolve("metadata.json");
    Command.Result saved = command.run("metadata", STUDY, "-o", file.toString()).expect(0);
    assertThat(saved.out()).isEmpty();
    assertThat(json(Files.readString(file))).hasSize(23);

    Command.Result lines =
        command.run("metadata", STUDY, SLICE.seriesInstanceUid(), "--format", "ndjson").expect(0);
    assertThat(lines.lines()).hasSize(20);

    Command.Result xml =
        command
            .run(
                "metadata",
                STUDY,
                SLICE.seriesInstanceUid(),
                SLICE.sopInstanceUid(),
                "--format",
                "xml")
            .expect(0);
    assertThat(xml.out()).contains("keyword=\"SOPInstanceUID\"");
    command.run("metadata", STUDY, "--format", "csv").expect(2);
  }

  @Test
  void probe_andCapabilities_sayWhatTheServerDoes(DicomWebTestServer server) throws Exception {
    Command command = Command.at(server.baseUrl());
    Command.Result said = command.run("capabilities").expect(0);
    assertThat(said.lines()).first().asString().startsWith("methods:");
    assertThat(command.run("capabilities", "--format", "json").expect(0).out())
        .contains("\"methods\"");
    server.behavior(ServerBehavior.orthanc());
    Command.Result probed = command.run("probe").expect(0);
    assertThat(probed.out()).contains("profile").contains("query-escaping = ");
    Command.Result facts = command.run("probe", "--format", "json").expect(0);
    assertThat(facts.out()).contains("\"page-size\"").contains("\"features\"");
    Command.Result auto = command.run("--profile", "auto", "search", "studies").expect(0);
    assertThat(auto.lines()).hasSize(3);
  }
}
