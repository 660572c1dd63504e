// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the midst of a store, where each instance goes in a request of its own. */
@Tag("command")
class CommandStoreInterruptTest {
  private static final TestObject FIRST = TestStudies.ctSlices().get(0);
  private static final TestObject SECOND = TestStudies.ctSlices().get(1);

  @TempDir private Path directory;

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);

  /** Says that the first is stored, and nothing of any other. */
  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (asked.incrementAndGet() > 1) {
      try {
        boolean unused = release.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    byte[] stored =
        ("{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\""
                + FIRST.sopInstanceUid()
                + "\"]}}]}}")
            .getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().add("Content-Type", "application/dicom+json");
    exchange.sendResponseHeaders(200, stored.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(stored);
    }
  }

  @Test
  void store_interrupted_reportsWhatWasConfirmed() throws Exception {
    Path first = Files.write(directory.resolve("1.dcm"), FIRST.bytes());
    Path second = Files.write(directory.resolve("2.dcm"), SECOND.bytes());
    Path report = directory.resolve("report.json");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    try {
      Path config =
          Files.writeString(
              directory.resolve("config.toml"),
              "[servers.one]\nurl = \"http://127.0.0.1:"
                  + server.getAddress().getPort()
                  + "/\"\nfacts = [\"store-form=single-part\"]\n");
      Command command = Command.dicomweb().with("--config", config.toString(), "--server", "one");
      List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
      words.addAll(
          command.words(
              "store", first.toString(), second.toString(), "--report", report.toString()));
      Process process = command.start(words);
      await().atMost(Duration.ofSeconds(30)).until(() -> asked.get() == 2);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(Files.readString(report))
          .contains("\"stored\" : 1", "\"unconfirmed\" : 1")
          .contains(FIRST.sopInstanceUid());
    } finally {
      release.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
