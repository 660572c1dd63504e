// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.run.Exit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the command. */
@Command(
    name = "completion",
    description = "Prints a script with which a shell completes commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(dicomweb completion bash)",
      "  source <(dicomweb completion zsh)"
    })
public final class CompletionCommand implements Callable<Integer> {
  /** The shells. */
  enum Shell {
    BASH,
    ZSH
  }

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell = Shell.BASH;

  /** Choices, as the script lists them. */
  private static final Pattern CHOICES = Pattern.compile("_args=\\([^)]*\\)");

  @Override
  public Integer call() throws IOException {
    String script = AutoComplete.bash("dicomweb", spec.root().commandLine());
    // picocli lists enum constants as Java has them, people write them small
    script =
        CHOICES
            .matcher(script)
            .replaceAll(
                choices -> Matcher.quoteReplacement(choices.group().toLowerCase(Locale.ROOT)));
    try (OutputStream out = StandardOutput.raw()) {
      if (shell == Shell.ZSH) {
        StandardOutput.line(out, "autoload -U +X bashcompinit && bashcompinit");
      }
      out.write(script.getBytes(StandardCharsets.UTF_8));
    }
    return Exit.DONE;
  }
}
