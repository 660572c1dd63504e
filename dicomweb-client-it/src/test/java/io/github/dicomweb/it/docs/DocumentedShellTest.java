// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.cli.Command;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say to type is typed, and comes to what they say; CONTRIBUTING.md has how. */
@Tag("command")
class DocumentedShellTest {
  private static final Pattern SERVER = Pattern.compile("(?m)^\\[servers\\.([A-Za-z0-9_-]+)]");

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> shell_ofEachPage_doesWhatThePageSays() throws IOException {
    return Pages.withBlocks().stream()
        .map(page -> DynamicTest.dynamicTest(name(page), page.toUri(), () -> check(page)));
  }

  private static String name(Path page) {
    return Pages.ROOT.relativize(page).toString();
  }

  private void check(Path file) throws Exception {
    MarkdownPage page = MarkdownPage.of(Files.readAllLines(file));
    Path own = Files.createTempDirectory(directory, "page");
    Path home = Files.createDirectory(own.resolve("home"));
    Path work = Files.createDirectory(own.resolve("work"));
    Path bin = Files.createDirectory(own.resolve("bin"));
    Command.dicomweb().env("HOME", home.toString()).writeTo(bin.resolve("dicomweb"));
    if (page.says("a directory of DICOM files")) {
      TestStudies.copyAllTo(work.resolve("studies"));
    }
    Map<String, String> environment =
        Map.of(
            "HOME",
            home.toString(),
            "PATH",
            bin + File.pathSeparator + System.getenv("PATH"),
            "LC_ALL",
            "C.UTF-8");
    try (DicomWebTestServer server = DicomWebTestServer.start()) {
      TestStudies.all().forEach(object -> server.store(object.bytes()));
      Bash bash = new Bash(work, own, environment);
      Typed typed = new Typed(bash, URI.create(server.baseUrl()).getAuthority());
      assertThat(typed.faults(page)).as("what is not so in %s", name(file)).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> toml_ofEachPage_isAConfigurationFile() throws IOException {
    return Pages.withBlocks().stream()
        .map(page -> DynamicTest.dynamicTest(name(page), page.toUri(), () -> configure(page)));
  }

  private void configure(Path page) throws Exception {
    for (MarkdownPage.Block block : MarkdownPage.of(Files.readAllLines(page)).blocks()) {
      if (block.language().equals("toml")) {
        Path file = Files.createTempFile(directory, "config", ".toml");
        Files.writeString(file, block.joined());
        Command.Result listed =
            Command.dicomweb().run("--config", file.toString(), "config", "list").expect(0);
        SERVER
            .matcher(block.joined())
            .results()
            .forEach(server -> assertThat(listed.out()).contains(server.group(1) + "  "));
      }
    }
  }
}
