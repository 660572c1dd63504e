// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every piece of Java on a page of the documentation stands in code that runs: in this module, or
 * in the tests of the module it is about.
 */
class DocumentedCodeTest {
  private static final Pattern JAVA = Pattern.compile("(?s)```java\\R(.*?)```");
  private static final String CODE = code();

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
      return Stream.concat(Stream.of(Path.of("../README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static String code() {
    StringBuilder all = new StringBuilder();
    for (String root : List.of("src", "../dicomweb-client-auth/src/test")) {
      try (Stream<Path> sources = Files.walk(Path.of(root))) {
        for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
          all.append(squeeze(Files.readString(source)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  /** Line breaks are the formatter's business. */
  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void java_ofEachPage_isCodeThatRuns(Path page) throws IOException {
    Matcher blocks = JAVA.matcher(Files.readString(page));
    while (blocks.find()) {
      assertThat(CODE).as("%s: %s", page, blocks.group(1)).contains(squeeze(blocks.group(1)));
    }
  }

  @Test
  void pages_withJava_areFound() throws IOException {
    assertThat(pages().stream().filter(DocumentedCodeTest::hasJava)).hasSizeGreaterThanOrEqualTo(2);
  }

  private static boolean hasJava(Path page) {
    try {
      return JAVA.matcher(Files.readString(page)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
