// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.oidc.Oidc;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public signatures of each published module stand in a file of the tree, so that each change
 * of the API is a visible one. To take a change over, run this test with {@code -Dapi.update=true}.
 */
class ApiFileTest {

  record Published(String name, Class<?> anyClass) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Published> published() {
    return List.of(
        new Published("dicomweb-client-core", DicomWebClient.class),
        new Published("dicomweb-client-testkit", DicomWebTestServer.class),
        new Published("dicomweb-client-auth", Oidc.class));
  }

  @ParameterizedTest
  @MethodSource("published")
  void signatures_areThoseOfTheFile(Published module) throws Exception {
    Path file = Path.of("src/test/resources/api", module.name + ".api");
    String now = signatures(module);
    if (Boolean.getBoolean("api.update")) {
      Files.writeString(file, now);
    }
    assertThat(now)
        .as("the API of %s against %s (-Dapi.update=true takes the change over)", module, file)
        .isEqualTo(Files.readString(file));
  }

  private static String signatures(Published module) throws IOException, URISyntaxException {
    Path classes =
        Path.of(module.anyClass.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names = new ArrayList<>();
    try (Listing listing = Listing.of(classes)) {
      for (String exported : exported(classes, listing)) {
        names.addAll(listing.classesIn(exported));
      }
    }
    names.sort(String::compareTo);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("-protected", "-cp", classes.toString()));
    arguments.addAll(names);
    int exit =
        ToolProvider.findFirst("javap")
            .orElseThrow()
            .run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                arguments.toArray(String[]::new));
    assertThat(exit).isZero();
    return filter(out.toString(StandardCharsets.UTF_8));
  }

  /** What the module descriptor exports; without one, all that is not called internal. */
  private static List<String> exported(Path classes, Listing listing) throws IOException {
    if (!listing.hasDescriptor()) {
      return listing.packages().stream().filter(name -> !name.contains(".internal")).toList();
    }
    ModuleDescriptor descriptor = ModuleFinder.of(classes).findAll().iterator().next().descriptor();
    return descriptor.exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .toList();
  }

  /** Leaves out what users cannot reach: classes that are not public, and source file names. */
  private static String filter(String javap) {
    StringBuilder kept = new StringBuilder();
    boolean visible = false;
    for (String line : javap.split("\\R")) {
      if (line.startsWith("Compiled from")) {
        continue;
      }
      if (!line.startsWith(" ") && !line.equals("}")) {
        visible = line.startsWith("public ") || line.startsWith("protected ");
      }
      if (visible) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }

  /** The classes of a jar, or of a directory of classes. */
  private record Listing(Path root, AutoCloseable closing) implements AutoCloseable {
    static Listing of(Path classes) throws IOException {
      if (Files.isDirectory(classes)) {
        return new Listing(classes, () -> {});
      }
      var fileSystem = java.nio.file.FileSystems.newFileSystem(classes);
      return new Listing(fileSystem.getPath("/"), fileSystem);
    }

    boolean hasDescriptor() {
      return Files.exists(root.resolve("module-info.class"));
    }

    List<String> packages() throws IOException {
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(path -> path.toString().endsWith(".class"))
            .map(Path::getParent)
            .filter(Objects::nonNull)
            .map(path -> root.relativize(path).toString())
            .map(name -> name.replace('/', '.').replace('\\', '.'))
            .distinct()
            .toList();
      }
    }

    List<String> classesIn(String packageName) throws IOException {
      try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
        return files
            .map(path -> String.valueOf(path.getFileName()))
            .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
            .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
            .toList();
      }
    }

    @Override
    public void close() throws IOException {
      try {
        closing.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
