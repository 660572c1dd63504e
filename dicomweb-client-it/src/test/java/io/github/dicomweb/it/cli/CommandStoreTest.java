// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.behavior.StoreBehavior;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** store and delete. */
@Tag("command")
@ExtendWith(DicomWebServerExtension.class)
class CommandStoreTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);

  @TempDir private Path directory;

  private String report() {
    return directory.resolve("report.json").toString();
  }

  @Test
  void store_ofADirectoryInBatches_storesAll(DicomWebTestServer server) throws Exception {
    Path studies = directory.resolve("studies");
    TestStudies.copyAllTo(studies);
    Result done =
        Command.at(server.baseUrl())
            .run(
                "store",
                studies.toString(),
                "--batch-count",
                "10",
                "--batch-bytes",
                "64M",
                "--parallel",
                "2",
                "--report",
                report())
            .expect(0);
    assertThat(done.out()).isEqualTo("26 stored, 0 failed, 0 unconfirmed, 0 skipped\n");
    assertThat(done.err()).isEmpty();
    assertThat(server.size()).isEqualTo(26);
    assertThat(server.requests()).hasSize(3);
    assertThat(Files.readString(Path.of(report())))
        .contains("\"stored\" : 26", "\"unconfirmed\" : 0", "\"sopInstanceUID\" : \"2.25.")
        .contains("\"status\" : \"stored\"", "\"reasonName\" : null");
  }

  @Test
  void store_ofWhatTheServerRefuses_saysWhichAndWhy(DicomWebTestServer server) throws Exception {
    Path slice = directory.resolve("slice.dcm");
    Files.write(slice, SLICE.bytes());
    Path text = directory.resolve("text.txt");
    Files.writeString(text, "no DICOM");
    Command command = Command.at(server.baseUrl());

    Result other =
        command.run("store", slice.toString(), "--study", "1.2.3", "--report", report()).expect(1);
    assertThat(other.out()).startsWith("0 stored, 1 failed");
    assertThat(Files.readString(Path.of(report())))
        .contains("\"status\" : \"failed\"", "\"reason\" : ", "\"sopInstanceUID\" : ");

    Result part = command.run("store", slice.toString(), text.toString()).expect(3);
    assertThat(part.out()).isEqualTo("1 stored, 0 failed, 0 unconfirmed, 1 skipped\n");
    assertThat(part.err()).contains("skipped: " + text);

    server.behavior(server.behavior().withStore(s -> s.withListing(StoreBehavior.Listing.NONE)));
    Result silent = command.run("store", slice.toString()).expect(3);
    assertThat(silent.out()).contains("1 unconfirmed");
    command.run("store", directory.resolve("nothing").toString()).expect(1);
  }

  @Test
  void delete_takesYes(DicomWebTestServer server) throws Exception {
    server.store(SLICE.bytes());
    Command command = Command.at(server.baseUrl()).with("--profile", "google");
    assertThat(command.run("delete", SLICE.studyInstanceUid()).expect(2).err())
        .hasLineCount(1)
        .contains("--yes");
    assertThat(server.requests()).isEmpty();
    Command.at(server.baseUrl()).run("delete", SLICE.studyInstanceUid(), "--yes").expect(1);
    Result done =
        Command.at(server.baseUrl())
            .run(
                "--profile",
                "azure",
                "delete",
                SLICE.studyInstanceUid(),
                SLICE.seriesInstanceUid(),
                SLICE.sopInstanceUid(),
                "--yes")
            .expect(0);
    assertThat(done.out()).isEqualTo("deleted\n");
    assertThat(server.size()).isZero();
  }
}
