// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.cli.Dicomweb;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.ConfigFile;
import io.github.dicomweb.cli.server.Facts;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What docs/command.md and docs/servers.md list is all there is, and there is no more. */
class CommandPageTest {
  private static final Pattern NAME = Pattern.compile("`([a-z][a-z-]*)`");

  /** Options that are about the run and not about the server. */
  private static final Set<String> NOT_OF_A_SERVER =
      Set.of("config", "server", "v", "quiet", "no-progress", "help", "version");

  @TempDir private Path directory;

  private static List<String> rows(String page, String heading) throws IOException {
    return Files.readString(Pages.ROOT.resolve("docs").resolve(page))
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .toList();
  }

  private static List<String> firstCells(String page, String heading) throws IOException {
    return rows(page, heading).stream()
        .map(row -> row.split("(?<!\\\\)\\|", -1)[1].strip())
        .toList();
  }

  private static List<String> namesIn(List<String> cells) {
    return cells.stream()
        .flatMap(cell -> NAME.matcher(cell).results())
        .map(name -> name.group(1))
        .toList();
  }

  private static CommandLine command() {
    return new CommandLine(new Dicomweb());
  }

  static Stream<String> serverOptions() {
    return command().getCommandSpec().options().stream()
        .map(OptionSpec::longestName)
        .map(name -> name.replaceFirst("^-+", ""))
        .filter(name -> !NOT_OF_A_SERVER.contains(name));
  }

  @Test
  void exitCodes_areThoseOfTheTable() throws IllegalAccessException, IOException {
    List<String> codes = new ArrayList<>();
    for (Field field : Exit.class.getFields()) {
      codes.add(Integer.toString(field.getInt(null)));
    }
    assertThat(firstCells("command.md", "## Exit codes")).containsExactlyElementsOf(codes);
    assertThat(codes).hasSizeGreaterThan(8);
  }

  @Test
  void commands_eachHaveARow() throws IOException {
    List<String> named =
        firstCells("command.md", "## Commands").stream()
            .flatMap(cell -> Stream.of(cell.split("`, `", -1)))
            .map(cell -> cell.replace("`", "").split(" ", 2)[0])
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(command().getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("serverOptions")
  void serverOption_isAKeyOfTheTable_andOfTheFile(String option) throws IOException {
    List<String> cells = rows("command.md", "## Named servers");
    assertThat(namesIn(cells)).contains(option);
    assertThat(configured(option).servers().get("x")).containsKey(option);
  }

  @Test
  void keys_ofTheTable_areThoseOfTheFile() throws IOException {
    for (String key : namesIn(firstCells("command.md", "## Named servers"))) {
      assertThat(configured(key).servers().get("x")).as(key).containsKey(key);
    }
    ConfigFile wrong = configured("no-such-key");
    assertThatThrownBy(wrong::servers).isInstanceOf(UsageException.class);
  }

  private ConfigFile configured(String key) throws IOException {
    Path file = directory.resolve(key + ".toml");
    Files.writeString(file, "[servers.x]\n" + key + " = \"a\"\n");
    return ConfigFile.at(file);
  }

  @Test
  void facts_areThoseOfTheTable() throws IOException {
    List<String> facts =
        Facts.all(ServerProfile.standard()).stream().map(fact -> fact.split("=", 2)[0]).toList();
    assertThat(namesIn(firstCells("servers.md", "## A server of one's own")))
        .containsExactlyElementsOf(facts);
  }
}
