// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a module of its own uses the core from the module path, as users will. */
class ModulePathTest {
  private static final List<String> NEEDED =
      List.of(
          "dicomweb-client-core",
          "okhttp-jvm",
          "okio-jvm",
          "jackson-core",
          "slf4j-api",
          "jspecify",
          "kotlin-stdlib");

  @TempDir Path directory = Path.of("");

  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                NEEDED.stream().anyMatch(name -> entry.replace('\\', '/').contains("/" + name)))
        .filter(entry -> !entry.contains("annotations"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void consumer_asANamedModule_compilesAndRuns() throws Exception {
    Path source = directory.resolve("src/consumer");
    Files.createDirectories(source);
    Files.writeString(
        directory.resolve("src/module-info.java"),
        "module consumer { requires io.github.dicomweb.core; }");
    Files.writeString(
        source.resolve("Main.java"),
        """
        package consumer;

        import io.github.dicomweb.DicomWebClient;
        import io.github.dicomweb.dicom.Dataset;
        import io.github.dicomweb.dicom.Tag;

        public class Main {
          public static void main(String[] args) {
            try (DicomWebClient client = DicomWebClient.builder(args[0]).build()) {
              for (Dataset study : client.searchForStudies().patientId(args[1])) {
                System.out.println("found " + study.string(Tag.StudyInstanceUID).orElseThrow());
              }
            }
            System.out.println(DicomWebClient.class.getModule());
          }
        }
        """);
    Path classes = directory.resolve("classes");
    int compiled =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--release",
                "17",
                "-p",
                modulePath(),
                "-d",
                classes.toString(),
                directory.resolve("src/module-info.java").toString(),
                source.resolve("Main.java").toString());
    assertThat(compiled).isZero();

    try (DicomWebTestServer server = DicomWebTestServer.start()) {
      server.store(TestStudies.ctSlices().get(0).bytes());
      String output =
          run(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-p",
              classes + File.pathSeparator + modulePath(),
              "-m",
              "consumer/consumer.Main",
              server.baseUrl(),
              TestStudies.PHANTOM_PATIENT_ID);
      assertThat(output)
          .contains("found " + TestStudies.ctSlices().get(0).studyInstanceUid())
          .contains("module io.github.dicomweb.core");
    }
  }

  @Test
  void auth_withoutADescriptor_hasAModuleNameOfItsOwn() throws Exception {
    List<String> names = new ArrayList<>();
    for (URL manifest : Collections.list(ClassLoader.getSystemResources("META-INF/MANIFEST.MF"))) {
      try (InputStream in = manifest.openStream()) {
        String name = new Manifest(in).getMainAttributes().getValue("Automatic-Module-Name");
        if (name != null) {
          names.add(name);
        }
      }
    }
    assertThat(names).contains("io.github.dicomweb.auth");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void osgiMetadata_exportsTheApiAndHidesTheInternals() throws IOException {
    Attributes attributes = manifest("io.github.dicomweb.core");
    String exports = attributes.getValue("Export-Package");
    assertThat(exports)
        .contains(
            "io.github.dicomweb;version",
            "io.github.dicomweb.search;",
            "io.github.dicomweb.dicom.json;")
        .doesNotContain("internal");
    assertThat(attributes.getValue("Import-Package"))
        .contains("okhttp3;version=\"[5.", "okio", "com.fasterxml.jackson.core", "org.slf4j");
    assertThat(manifest("io.github.dicomweb.testkit").getValue("Export-Package"))
        .contains("io.github.dicomweb.testkit;")
        .doesNotContain("internal");
  }

  private static Attributes manifest(String symbolicName) throws IOException {
    Enumeration<URL> manifests =
        DicomWebClient.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
    while (manifests.hasMoreElements()) {
      try (InputStream in = manifests.nextElement().openStream()) {
        Attributes attributes = new Manifest(in).getMainAttributes();
        if (symbolicName.equals(attributes.getValue("Bundle-SymbolicName"))) {
          return attributes;
        }
      }
    }
    throw new AssertionError("no bundle " + symbolicName);
  }
}
