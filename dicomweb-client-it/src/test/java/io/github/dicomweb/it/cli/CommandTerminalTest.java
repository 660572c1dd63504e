// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.testdata.LargeSeries;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What differs between a terminal and a pipe. */
@org.junit.jupiter.api.Tag("command")
@ExtendWith(DicomWebServerExtension.class)
class CommandTerminalTest {
  private static final String ESCAPE = "\u001B";

  @TempDir private Path directory;

  private static void storeEvil(DicomWebTestServer server) {
    Dataset dataset =
        Dataset.builder()
            .put(Tag.SpecificCharacterSet, "ISO_IR 192")
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7")
            .put(Tag.SOPInstanceUID, "2.25.3")
            .put(Tag.StudyInstanceUID, "2.25.1")
            .put(Tag.SeriesInstanceUID, "2.25.2")
            .put(Tag.PatientID, VR.LO, "E" + ESCAPE + "[31mvil\u009B31m\u202E")
            .put(Tag.Modality, "OT")
            .build();
    server.store(Part10Writer.create().toBytes(dataset));
  }

  @Test
  void table_onATerminal_hasColours(DicomWebTestServer server) throws Exception {
    server.store(TestStudies.ctSlices().get(0).bytes());
    Command command = Command.at(server.baseUrl());
    assertThat(command.terminal("search", "studies").expect(0).out())
        .contains(ESCAPE + "[1;36mPatientName");
    assertThat(command.env("NO_COLOR", "1").terminal("search", "studies").expect(0).out())
        .contains("PatientName")
        .doesNotContain(ESCAPE);
    assertThat(command.terminal("metadata", "1.2.3").expect(5).out())
        .contains("dicomweb: not found");
  }

  @Test
  void controlCharactersOfAServer_neverReachATerminal(DicomWebTestServer server) throws Exception {
    storeEvil(server);
    Command command = Command.at(server.baseUrl()).env("NO_COLOR", "1");
    for (String format : new String[] {"table", "csv", "json", "ndjson", "xml"}) {
      String out = command.terminal("search", "studies", "--format", format, "-q").expect(0).out();
      assertThat(out).as(format).contains("vil").doesNotContain(ESCAPE, "\u009B");
    }
    Result csv =
        command.run("search", "studies", "--format", "csv", "--columns", "PatientID").expect(0);
    assertThat(csv.out()).contains("E\\u001B[31mvil\\u009B31m\\u202E");
  }

  @Test
  void progress_isDrawnOnATerminalOnly(DicomWebTestServer server) throws Exception {
    for (int number = 1; number <= 12; number++) {
      try (InputStream in = LargeSeries.instance(number, 1024, 1024).open()) {
        server.store(in.readAllBytes());
      }
    }
    Command command = Command.at(server.baseUrl());
    String study =
        command
            .run("search", "studies", "--format", "csv", "--columns", "StudyInstanceUID")
            .expect(0)
            .lines()
            .get(1);
    String drawn =
        command
            .terminal("retrieve", study, "-o", directory.resolve("a").toString())
            .expect(0)
            .out();
    assertThat(drawn).contains("MB", "/s", "instances", "\r" + ESCAPE + "[K");
    String silent =
        command
            .terminal("retrieve", study, "-o", directory.resolve("b").toString(), "--no-progress")
            .expect(0)
            .out();
    assertThat(silent).doesNotContain("/s");
    Result piped =
        command.run("retrieve", study, "-o", directory.resolve("c").toString()).expect(0);
    assertThat(piped.err()).isEmpty();
  }

  @Test
  void pipe_thatNobodyReadsAnyMore_endsQuietly(DicomWebTestServer server) throws Exception {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
    Result head =
        Command.at(server.baseUrl())
            .shell(
                "{} | head -c 20; echo; echo ${PIPESTATUS[0]}",
                "metadata",
                TestStudies.ctSlices().get(0).studyInstanceUid());
    assertThat(head.err()).isEmpty();
    assertThat(head.lines()).last().isEqualTo("0");
    Result full = Command.at(server.baseUrl()).shell("{} > /dev/full", "search", "studies");
    assertThat(full.expect(1).err()).contains("No space left");
    assertThat(head.out().getBytes(StandardCharsets.UTF_8).length).isLessThan(40);
  }
}
