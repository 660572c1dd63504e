// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Each row of the contract with the test kit, and whether all that there is has a row. */
@Tag("command")
class CommandContractTest {
  /** Of these, other tests tests need a provider, a certificate or a person at the terminal. */
  private static final List<String> ELSEWHERE =
      List.of(
          "--client-cert",
          "--client-cert-password-env",
          "--oidc-secret-env",
          "--oidc-scope",
          "--oidc-passphrase-env");

  private static final List<String> PROFILES =
      List.of("standard", "orthanc", "dcm4chee", "google", "azure", "aws", "static", "auto");

  @TempDir private Path directory;

  @TestFactory
  @ExtendWith(DicomWebServerExtension.class)
  Stream<DynamicTest> row(DicomWebTestServer server) throws Exception {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
    Place place = Place.testKit(server.baseUrl(), server.wadoUriUrl(), directory);
    return Contract.at(place, ServerProfile.standard(), new TestKitCare(server, place));
  }

  @Test
  void rows_areOfEachCommandWithEachOptionAndEachChoice() throws Exception {
    Set<String> missing = new TreeSet<>();
    List<List<String>> all = Contract.rows().stream().map(Row::words).toList();
    // as the jar has it: tests know the command as a process, and no class of it
    var unused = Command.dicomweb();
    try (URLClassLoader jar = new URLClassLoader(new URL[] {Command.jar().toUri().toURL()})) {
      Class<?> root = jar.loadClass("io.github.dicomweb.cli.Dicomweb");
      missing(new CommandLine(root.getConstructor().newInstance()), all, "", missing);
    }
    PROFILES.stream()
        .filter(name -> all.stream().noneMatch(row -> row.contains(name)))
        .forEach(missing::add);
    ELSEWHERE.forEach(missing::remove);
    assertThat(missing).isEmpty();
  }

  private static void missing(
      CommandLine command, List<List<String>> rows, String path, Set<String> missing) {
    for (ArgSpec argument : command.getCommandSpec().args()) {
      boolean hidden = argument instanceof OptionSpec option && option.hidden();
      if (!hidden && !argument.inherited() && rows.stream().noneMatch(row -> has(row, argument))) {
        missing.add((path + " " + name(argument)).strip());
      }
      choices(argument)
          .filter(choice -> rows.stream().noneMatch(row -> row.contains(choice)))
          .forEach(choice -> missing.add(path + " " + name(argument) + " " + choice));
    }
    command
        .getSubcommands()
        .forEach(
            (name, below) -> {
              List<List<String>> its = rows.stream().filter(row -> row.contains(name)).toList();
              if (its.isEmpty()) {
                missing.add((path + " " + name).strip());
              }
              missing(below, its, (path + " " + name).strip(), missing);
            });
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** Where an argument stands cannot be seen in a row; that it needs one can. */
  private static boolean has(List<String> row, ArgSpec argument) {
    return !(argument instanceof OptionSpec option)
        || Arrays.stream(option.names()).anyMatch(row::contains);
  }

  /** What a label such as {@code json|xml} says that there is to choose from. */
  private static Stream<String> choices(ArgSpec argument) {
    String label = argument.paramLabel();
    return label.contains("|")
        ? Arrays.stream(label.split("\\|", -1)).filter(choice -> choice.matches("[a-z]+"))
        : Stream.of();
  }
}
