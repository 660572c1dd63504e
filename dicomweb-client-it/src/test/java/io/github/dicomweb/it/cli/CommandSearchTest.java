// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a search asks for, page by page. */
@Tag("command")
@ExtendWith(DicomWebServerExtension.class)
class CommandSearchTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String STUDY = SLICE.studyInstanceUid();

  @BeforeEach
  void fill(DicomWebTestServer server) {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
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
}
