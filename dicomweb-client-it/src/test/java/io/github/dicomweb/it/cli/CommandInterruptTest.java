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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as a signal to the process. */
@Tag("command")
class CommandInterruptTest {
  private static final TestObject FIRST = TestStudies.ctSlices().get(0);
  private static final TestObject SECOND = TestStudies.ctSlices().get(1);

  @TempDir private Path directory;

  /** Sends one instance, half of another, and then nothing. */
  private static void sendSlowly(HttpExchange exchange, CountDownLatch release) {
    try (OutputStream out = exchange.getResponseBody()) {
      exchange
          .getResponseHeaders()
          .add("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=b");
      exchange.sendResponseHeaders(200, 0);
      for (TestObject object : List.of(FIRST, SECOND)) {
        out.write(
            "--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = object.bytes();
        out.write(bytes, 0, object.equals(FIRST) ? bytes.length : bytes.length / 2);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      boolean unused = release.await(1, TimeUnit.MINUTES);
    } catch (IOException e) {
      // the other side has gone, as it should
      release.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void retrieve_interrupted_leavesWholeFilesOnlyAndAReport() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    CountDownLatch release = new CountDownLatch(1);
    server.setExecutor(threads);
    server.createContext("/", exchange -> sendSlowly(exchange, release));
    server.start();
    try {
      Command command = Command.at("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Path report = directory.resolve("report.json");
      List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
      words.addAll(
          command.words(
              "retrieve",
              FIRST.studyInstanceUid(),
              "-o",
              directory.resolve("d").toString(),
              "--report",
              report.toString()));
      Process process = command.start(words);
      Path whole =
          directory
              .resolve("d")
              .resolve(FIRST.studyInstanceUid())
              .resolve(FIRST.seriesInstanceUid())
              .resolve(FIRST.sopInstanceUid() + ".dcm");
      await().atMost(Duration.ofSeconds(30)).until(() -> parts() == 1 && Files.exists(whole));

      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(Command.read(process.getErrorStream())).contains("interrupted");
      assertThat(whole).hasBinaryContent(FIRST.bytes());
      try (Stream<Path> all = Files.walk(directory.resolve("d"))) {
        assertThat(all.filter(Files::isRegularFile)).containsExactly(whole);
      }
      assertThat(Files.readString(report))
          .contains("\"verdict\" : \"incomplete\"", FIRST.sopInstanceUid());
    } finally {
      release.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private long parts() throws IOException {
    if (!Files.exists(directory.resolve("d"))) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(directory.resolve("d"))) {
      return all.filter(path -> path.toString().endsWith(".part")).count();
    }
  }

  @Test
  void search_interrupted_is130() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.countDown();
          sendSlowly(exchange, release);
        });
    server.start();
    try {
      Command command = Command.at("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
      words.addAll(command.words("metadata", "1.2.3"));
      Process process = command.start(words);
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
    } finally {
      release.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }

  @Test
  void controlC_onATerminal_is130() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", exchange -> sendSlowly(exchange, release));
    server.start();
    Command command = Command.at("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    String target = directory.resolve("d").toString();
    try (Dialog dialog =
        Dialog.onTerminal(command, "retrieve", FIRST.studyInstanceUid(), "-o", target)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> parts() == 1);
      dialog.interrupt();
      assertThat(dialog.end().expect(130).out()).contains("dicomweb: interrupted");
      assertThat(parts()).isZero();
    } finally {
      release.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
