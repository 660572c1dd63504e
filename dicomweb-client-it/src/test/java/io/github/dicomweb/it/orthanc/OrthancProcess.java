// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.it.samples.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An Orthanc of this machine, in a process and a directory of its own. */
final class OrthancProcess implements OrthancServer {
  static final String LOOKED_FOR =
      "Orthanc on the PATH or at /usr/sbin/Orthanc, with libOrthancDicomWeb.so"
          + " (Debian: orthanc, orthanc-dicomweb)";

  private static final String PLUGIN = "libOrthancDicomWeb.so";
  private static final List<Path> PLUGIN_PLACES =
      List.of(
          Path.of("/usr/share/orthanc/plugins"),
          Path.of("/usr/local/share/orthanc/plugins"),
          Path.of("/usr/lib/orthanc/plugins"));
  // Another program may take the port between our look and Orthanc's.
  private static final int ATTEMPTS = 5;

  private final Process process;
  private final Path directory;
  private final OrthancRest rest;

  private OrthancProcess(Process process, Path directory, OrthancRest rest) {
    this.process = process;
    this.directory = directory;
    this.rest = rest;
  }

  static boolean isAvailable() {
    return program().isPresent() && plugin().isPresent();
  }

  private static Optional<Path> program() {
    return Commands.find("Orthanc", "/usr/sbin/Orthanc");
  }

  private static Optional<Path> plugin() {
    return PLUGIN_PLACES.stream()
        .map(place -> place.resolve(PLUGIN))
        .filter(Files::isReadable)
        .findFirst();
  }

  static OrthancProcess start(OrthancConfig config) throws IOException {
    String log = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      OrthancProcess server = launch(config);
      if (server.becomesReady(config)) {
        return server;
      }
      log = Files.readString(server.directory.resolve("log"));
      server.close();
    }
    throw new IOException("Orthanc does not start:\n" + log);
  }

  private static OrthancProcess launch(OrthancConfig config) throws IOException {
    Path directory = Files.createTempDirectory("dicomweb-it-orthanc");
    int port = freePort();
    Path json = directory.resolve("orthanc.json");
    Files.writeString(
        json,
        config.json(
            port,
            OrthancConfig.Remote.REFUSED,
            directory.resolve("db").toString(),
            List.of(plugin().orElseThrow().toString())));
    Process process =
        new ProcessBuilder(program().orElseThrow().toString(), json.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    return new OrthancProcess(process, directory, config.rest("http://127.0.0.1:" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean becomesReady(OrthancConfig config) {
    Awaitility.await("Orthanc's first answer")
        .pollInSameThread()
        .pollDelay(Duration.ofMillis(50))
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(() -> isReady(config) || !process.isAlive());
    return process.isAlive();
  }

  private boolean isReady(OrthancConfig config) {
    return rest.name().equals(Optional.of(config.name()));
  }

  @Override
  public OrthancRest rest() {
    return rest;
  }

  /** SIGKILL: an orderly end takes Orthanc seconds. */
  @Override
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Orthanc outlives SIGKILL");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
