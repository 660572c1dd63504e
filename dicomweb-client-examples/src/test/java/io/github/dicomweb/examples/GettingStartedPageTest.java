// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The programs of docs/getting-started.md. */
class GettingStartedPageTest {
  private final PrintStream realOut = System.out;

  @AfterEach
  void stopListening() {
    System.setOut(realOut);
  }

  @Test
  void firstProgram_findsDownloadsAndStores() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (DicomWebTestServer server = DicomWebTestServer.start()) {
      TestStudies.all().forEach(object -> server.store(object.bytes()));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      FirstProgram.main(new String[] {server.baseUrl()});
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "PHANTOM-1 of 2026-01-15",
            "RetrieveReport[COMPLETE, 23 of 23 instances, 451426 bytes]",
            "StoreReport[23 stored, 0 failed, 0 unconfirmed, 0 skipped, status 200]");
  }

  @Test
  void tryServer_hasTheSamplesUntilItIsInterrupted() throws Exception {
    int port = freePort();
    try (PipedInputStream in = new PipedInputStream();
        Scanner lines = new Scanner(in, StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(new PipedOutputStream(in), true, "UTF-8")) {
      System.setOut(out);
      Thread server = new Thread(() -> TryServer.main(new String[] {String.valueOf(port)}));
      server.start();

      String baseUrl = "http://localhost:" + port + "/dicom-web";
      assertThat(lines.nextLine()).startsWith(baseUrl + " has two studies, 26 instances");
      try (DicomWebClient client = DicomWebClient.builder(baseUrl).build()) {
        assertThat(client.searchForStudies().execute().results()).hasSize(2);
      }
      server.interrupt();
      server.join();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
