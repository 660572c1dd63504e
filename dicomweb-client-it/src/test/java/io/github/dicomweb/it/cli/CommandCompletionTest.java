// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.samples.Commands;
import io.github.dicomweb.it.samples.Missing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shells make of the scripts, with somebody who presses the tabulator key. */
@Tag("command")
class CommandCompletionTest {
  // in two parts, so that the line itself is not taken for the prompt
  private static final String PROMPT = "PS1='rea''dy> '";
  private static final String STAND_IN = "dicomweb() { echo RAN \"$@\"; }";

  @TempDir private Path directory;

  private void completes(String shell, String start, String prepare) throws Exception {
    Command command = Command.dicomweb().env("HOME", directory.toString());
    Path script = directory.resolve("script");
    Files.writeString(script, command.run("completion", shell).expect(0).out());
    try (Dialog dialog = Dialog.onTerminal(command, start)) {
      dialog.type(prepare + " source '" + script + "'; " + STAND_IN + "; " + PROMPT);
      dialog.awaitText("ready> ");
      dialog.send("dicomweb sea\t");
      dialog.awaitText("dicomweb search");
      dialog.send("stu\t");
      dialog.awaitText("studies");
      dialog.send("--form\t");
      dialog.awaitText("--format");
      dialog.send("nd\t");
      dialog.awaitText("ndjson");
      dialog.type("");
      dialog.awaitText("RAN search studies --format ndjson");
      dialog.type("exit");
      dialog.end().expect(0);
    }
  }

  @Test
  void bash_completesCommandsOptionsAndChoices() throws Exception {
    completes("bash", "bash --norc -i", "");
    assertThat(Command.dicomweb().shell("{} | bash -n && echo fine", "completion", "bash").out())
        .isEqualTo("fine\n");
  }

  @Test
  void zsh_completesCommandsOptionsAndChoices() throws Exception {
    if (Commands.find("zsh").isEmpty()) {
      throw Missing.because("no zsh", "DICOMWEB_IT_REQUIRE_ZSH");
    }
    // -u: of who owns the directories of the shell, this test does not judge
    completes("zsh", "zsh -f -i", "autoload -U compinit; compinit -u -D;");
  }
}
