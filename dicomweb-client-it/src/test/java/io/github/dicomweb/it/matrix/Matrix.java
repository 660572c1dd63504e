// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs a retrieval in cells. */
final class Matrix {
  private final Servers servers;
  private final Path directory;

  Matrix(Servers servers, Path directory) {
    this.servers = servers;
    this.directory = directory;
  }

  /** What is wrong, cell by cell. */
  List<String> run(Retrieval retrieval, List<Cell> cells) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Cell cell : cells) {
      Path scratch = Files.createDirectory(directory.resolve("scratch"));
      Outcome outcome = retrieval.call().run(servers.client(cell), scratch);
      Expectation.objection(retrieval, cell, outcome)
          .ifPresent(objection -> wrong.add(cell + ": " + objection));
      delete(scratch);
    }
    return wrong;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
