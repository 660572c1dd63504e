// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import io.github.dicomweb.it.samples.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Keycloak that the build unpacked.
 *
 * @param home its directory
 */
record KeycloakInstallation(Path home) {
  static final String LOOKED_FOR =
      "target/keycloak, which the build unpacks unless keycloak.skip is set, and for sh and bash";

  private static final Path UNPACKED = Path.of("target", "keycloak").toAbsolutePath();

  /** What Keycloak fixes in its own build, so that it starts without doing so again. */
  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=dev-mem",
          "--health-enabled=false",
          "--metrics-enabled=false",
          "--https-client-auth=request");

  /** Short runs: the compiler that is ready first is the quicker one. */
  static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx512m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  static Optional<KeycloakInstallation> find() {
    boolean shells =
        Commands.find("sh", "/bin/sh").isPresent() && Commands.find("bash").isPresent();
    if (!shells || !Files.isDirectory(UNPACKED)) {
      return Optional.empty();
    }
    try (Stream<Path> children = Files.list(UNPACKED)) {
      return children
          .filter(child -> Files.isReadable(child.resolve("lib/quarkus-run.jar")))
          // A version from before may lie there still.
          .max(Comparator.naturalOrder())
          .map(KeycloakInstallation::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java that runs Keycloak: that of the build, which it is known to run on. */
  private static Path javaHome() {
    String home =
        Optional.ofNullable(System.getenv("JAVA_HOME"))
            .filter(value -> Files.isExecutable(launcher(Path.of(value))))
            .orElse(System.getProperty("java.home"));
    return Path.of(home);
  }

  private static Path launcher(Path javaHome) {
    return javaHome.resolve("bin").resolve("java");
  }

  /** The launcher of that Java. */
  static Path java() {
    return launcher(javaHome());
  }

  /** Does once what Keycloak calls its build; takes seconds. */
  void prepare() throws IOException {
    Path done = home.resolve("data").resolve("built-with");
    String options = String.join(" ", BUILD_OPTIONS);
    if (Files.isReadable(done) && Files.readString(done).equals(options)) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/kc.sh").toString());
    command.add("build");
    command.addAll(BUILD_OPTIONS);
    Commands.run(
        home,
        command,
        Map.of(
            "JAVA_HOME", javaHome().toString(),
            "JAVA_OPTS_KC_HEAP", "-Xmx512m",
            "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
    Files.createDirectories(done.getParent());
    Files.writeString(done, options);
  }

  /** Lays a realm where Keycloak looks for what to import. */
  void importAtStart(Path realm) throws IOException {
    Path directory = Files.createDirectories(home.resolve("data").resolve("import"));
    Files.copy(realm, directory.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }
}
