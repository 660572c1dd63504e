// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the pages of the documentation are. */
final class Pages {
  /** The root of the repository. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Pages() {}

  /** The pages whose blocks are checked: those for users. */
  static List<Path> withBlocks() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
        Stream<Path> modules = Files.list(ROOT)) {
      return Stream.of(
              Stream.of(ROOT.resolve("README.md")),
              docs.filter(Pages::isPage),
              modules.map(module -> module.resolve("README.md")).filter(Files::isRegularFile))
          .flatMap(pages -> pages)
          .sorted()
          .toList();
    }
  }

  /** The pages whose links are checked. */
  static List<Path> withLinks() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.of(
              withBlocks().stream(),
              docs.filter(Pages::isPage),
              Stream.of(ROOT.resolve("CHANGELOG.md"), ROOT.resolve("CONTRIBUTING.md")))
          .flatMap(pages -> pages)
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static boolean isPage(Path path) {
    return path.toString().endsWith(".md");
  }
}
