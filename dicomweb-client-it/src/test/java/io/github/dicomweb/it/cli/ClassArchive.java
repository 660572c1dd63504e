// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes runs start as fast as they can: with the classes as a first run loaded them, and with no
 * more threads than needed. The command itself sets nothing of this.
 */
final class ClassArchive {
  private static final List<String> QUICK =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

  private ClassArchive() {}

  private static final class Made {
    static final Path FILE = make();
  }

  /** Options of the runtime. */
  static List<String> options() {
    List<String> options = new ArrayList<>(QUICK);
    options.add("-XX:SharedArchiveFile=" + Made.FILE);
    // a runtime that cannot use the archive would say so on standard output
    options.add("-Xlog:disable");
    return options;
  }

  /** All but the archive now, and that with its directory at the end. */
  private static void remove(Path directory, Path archive) throws IOException {
    directory.toFile().deleteOnExit();
    archive.toFile().deleteOnExit();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(directory)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      if (!path.equals(directory) && !path.equals(archive)) {
        Files.delete(path);
      }
    }
  }

  /** A retrieval searches, reads, writes files and a report: most of what others do as well. */
  private static Path make() {
    try (DicomWebTestServer server = DicomWebTestServer.start()) {
      server.store(TestStudies.ctSlices().get(0).bytes());
      Path directory = Files.createTempDirectory("dicomweb-cli");
      Path file = directory.resolve("classes.jsa");
      List<String> words = new ArrayList<>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(QUICK);
      words.addAll(
          List.of(
              "-XX:ArchiveClassesAtExit=" + file,
              "-Xlog:disable",
              "-jar",
              Command.jar().toString(),
              "--url",
              server.baseUrl(),
              "retrieve",
              TestStudies.ctSlices().get(0).studyInstanceUid(),
              "-o",
              directory.resolve("d").toString(),
              "--report",
              directory.resolve("r").toString()));
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      process.waitFor();
      remove(directory, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
