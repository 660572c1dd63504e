// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index has every page, and the page on stability every package. */
class IndexTest {
  private static final Path DOCS = Pages.ROOT.resolve("docs");
  private static final Pattern EXPORTS = Pattern.compile("exports ([a-z0-9.]+);");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[([a-z-]+\\.md)]");

  @Test
  void index_hasARowForEachPage() throws IOException {
    try (Stream<Path> pages = Files.list(DOCS)) {
      List<String> names =
          pages
              .map(page -> page.getFileName().toString())
              .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
              .toList();
      assertThat(ROW.matcher(Files.readString(DOCS.resolve("README.md"))).results())
          .extracting(row -> row.group(1))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void exportedPackages_areAllOnThePageOnStability() throws IOException {
    String page = Files.readString(DOCS.resolve("api-stability.md"));
    for (String module : List.of("core", "testkit")) {
      String descriptor =
          Files.readString(
              Pages.ROOT.resolve("dicomweb-client-" + module + "/src/main/java/module-info.java"));
      List<String> packages =
          EXPORTS.matcher(descriptor).results().map(exports -> exports.group(1)).toList();
      assertThat(packages).isNotEmpty();
      for (String exported : packages) {
        String below = exported.replaceFirst("^io\\.github\\.dicomweb", "");
        assertThat(page).containsAnyOf("`" + exported + "`", "`" + below + "`");
      }
    }
  }
}
