// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each link on a page that stays in the repository leads to something that exists. */
class DocumentedLinksTest {
  static List<Path> pages() throws IOException {
    return Pages.withLinks();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_ofEachPage_leadSomewhere(Path page) throws IOException {
    assertThat(Links.dead(Pages.ROOT, page)).as("dead links of %s", page).isEmpty();
  }

  @Test
  void pages_ofAllKinds_areFound() throws IOException {
    assertThat(pages().stream().map(page -> Pages.ROOT.relativize(page).toString()))
        .contains("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/authentication.md")
        .contains("dicomweb-client-testkit/README.md")
        .anyMatch(page -> page.startsWith("docs/adr/"));
  }
}
