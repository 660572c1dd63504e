// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the pieces of code on a page find around them: a server with the samples, and a client. */
abstract class PageTest {
  static final TestObject SLICE = TestStudies.ctSlices().get(12);
  static final TestObject MULTI_FRAME = TestStudies.multiFrame();

  final DicomWebTestServer server = DicomWebTestServer.start();
  final DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build();
  final String studyUid = SLICE.studyInstanceUid();
  final String seriesUid = SLICE.seriesInstanceUid();
  final String sopInstanceUid = SLICE.sopInstanceUid();
  @TempDir Path directory = Path.of("");

  private final PrintStream realOut = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void fill() {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void closeAll() {
    System.setOut(realOut);
    client.close();
    server.close();
  }

  /** A client that knows the server as another. */
  DicomWebClient with(ServerProfile profile) {
    return client.withProfile(profile);
  }

  /** The lines that were printed. */
  List<String> printed() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
