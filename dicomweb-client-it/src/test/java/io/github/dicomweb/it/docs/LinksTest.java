// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead links are found, and no others. */
class LinksTest {
  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(
        root.resolve("docs/other.md"),
        """
        # Other: the `page` of [others](x.md)
        ## Twice
        ## Twice
        ```sh
        # no heading
        ```
        <a id="here"></a>
        """);
  }

  private List<String> dead(String page) throws IOException {
    Path file = root.resolve("docs/page.md");
    Files.writeString(file, page);
    return Links.dead(root, file);
  }

  @Test
  void links_toWhatThereIs_pass() throws IOException {
    assertThat(
            dead(
                """
                # Größe, and more
                [a](other.md), [b](../docs), [c](#größe-and-more), [d](other.md#twice-1),
                [e](other.md#other-the-page-of-others), [f](other.md#here "title"),
                [g](https://example.org/nothing), `[h](nothing.md)`, [i][ref]

                [ref]: other.md
                ```text
                [j](nothing.md)
                ```
                """))
        .isEmpty();
  }

  @Test
  void links_toNothing_areFound() throws IOException {
    assertThat(
            dead(
                """
                # Page
                [a](nothing.md) and [b](other.md#nothing)
                [c](#nothing), [d](other.md#no-heading), [e](other.md#twice-2), [f]()
                <a href="nothing.html">x</a>

                [ref]: nothing.md
                """))
        .containsExactly(
            "line 2: nothing.md",
            "line 2: other.md#nothing",
            "line 3: #nothing",
            "line 3: other.md#no-heading",
            "line 3: other.md#twice-2",
            "line 3: ",
            "line 4: nothing.html",
            "line 6: nothing.md");
  }

  @Test
  void links_outOfTheRepository_areFound() throws IOException {
    assertThat(dead("[a](../../) [b](/docs/other.md)\n")).hasSize(2);
  }
}
