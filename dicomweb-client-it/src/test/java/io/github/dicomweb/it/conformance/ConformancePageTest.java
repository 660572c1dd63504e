// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.it.conformance.ConformancePage.Row;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the conformance page names something that exists, and a test that exists. */
class ConformancePageTest {
  private static final List<Path> TESTS =
      List.of(
          Path.of("src/test/java"),
          Path.of("../dicomweb-client-core/src/test/java"),
          Path.of("../dicomweb-client-testkit/src/test/java"),
          Path.of("../dicomweb-client-examples/src/test/java"));

  @Test
  void rows_api_exists() throws Exception {
    Api api = Api.ofCore();
    List<String> wrong = new ArrayList<>();
    for (Row row : ConformancePage.rows()) {
      if (row.api().isEmpty() && row.reason().length() < 10) {
        wrong.add(row + ": neither a member nor a reason");
      }
      row.api().stream().filter(member -> !api.has(member)).forEach(m -> wrong.add(row + ": " + m));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void rows_tests_exist() throws IOException {
    TestSources tests = new TestSources(TESTS);
    List<String> wrong = new ArrayList<>();
    for (Row row : ConformancePage.rows()) {
      if (row.tests().isEmpty() && !row.api().isEmpty()) {
        wrong.add(row + ": shown by nothing");
      }
      row.tests().stream()
          .filter(test -> !tests.has(test))
          .forEach(test -> wrong.add(row + ": " + test));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void rows_ofThePage_areMany() throws IOException {
    assertThat(ConformancePage.rows()).hasSizeGreaterThan(100);
  }

  @Test
  void check_namesThatDoNotExist_areFound() throws Exception {
    Api api = Api.ofCore();
    TestSources tests = new TestSources(TESTS);

    assertThat(api.has("DicomWebClient.retrieveStudy")).isTrue();
    assertThat(api.has("DicomWebClient.retrieveNothing")).isFalse();
    assertThat(api.has("NoSuchType.execute")).isFalse();
    assertThat(tests.has("ConformancePageTest.rows_api_exists")).isTrue();
    assertThat(tests.has("ConformancePageTest.rows_api_isMissing")).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> ConformancePage.rows(List.of("| A | B |", "|---|---|")));
  }

  /** The exported types of the core by their simple names. */
  private record Api(TreeMap<String, Class<?>> types) {
    static Api ofCore() throws IOException, URISyntaxException, ClassNotFoundException {
      Path classes =
          Path.of(DicomWebClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      TreeMap<String, Class<?>> types = new TreeMap<>();
      try (var reader = ModuleFinder.of(classes).findAll().iterator().next().open();
          Stream<String> names = reader.list()) {
        ModuleDescriptor descriptor =
            ModuleFinder.of(classes).findAll().iterator().next().descriptor();
        List<String> exported =
            descriptor.exports().stream().map(ModuleDescriptor.Exports::source).toList();
        for (String name : names.filter(n -> n.endsWith(".class") && n.contains("/")).toList()) {
          String dotted = name.substring(0, name.length() - ".class".length()).replace('/', '.');
          int dot = dotted.lastIndexOf('.');
          if (exported.contains(dotted.substring(0, dot))) {
            types.put(dotted.substring(dot + 1).replace('$', '.'), Class.forName(dotted));
          }
        }
      }
      return new Api(types);
    }

    boolean has(String member) {
      int dot = member.lastIndexOf('.');
      Class<?> type = dot < 0 ? null : types.get(member.substring(0, dot));
      if (type == null) {
        return false;
      }
      String name = member.substring(dot + 1);
      return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals(name))
          || Arrays.stream(type.getFields()).anyMatch(f -> f.getName().equals(name));
    }
  }

  /** The test classes of the modules, as source: those of other modules are on no class path. */
  private static final class TestSources {
    private final TreeMap<String, String> sources = new TreeMap<>();

    TestSources(List<Path> roots) throws IOException {
      for (Path root : roots) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
            String name = String.valueOf(file.getFileName());
            String simple = name.substring(0, name.length() - ".java".length());
            sources.merge(simple, Files.readString(file), String::concat);
          }
        }
      }
    }

    boolean has(String test) {
      int dot = test.lastIndexOf('.');
      Optional<String> source =
          dot < 0 ? Optional.empty() : Optional.ofNullable(sources.get(test.substring(0, dot)));
      return source.filter(s -> s.contains(" " + test.substring(dot + 1) + "(")).isPresent();
    }
  }
}
