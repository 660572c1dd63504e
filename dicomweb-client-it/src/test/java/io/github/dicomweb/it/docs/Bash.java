// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A shell into which one block after the other is typed. Each is a process of its own, so that one
 * may fail and the next goes on; variables, functions and the directory are handed over.
 */
final class Bash {
  private static final long PATIENCE_SECONDS = 120;
  private static final String RUNNER =
      """
      if [ -f "$SHELL_STATE" ]; then . "$SHELL_STATE" 2>/dev/null; fi
      trap 'set +e; { declare -p | grep -v "^declare -[a-zA-Z]*r"; declare -f; \
      printf "cd %q\\n" "$PWD"; } > "$SHELL_STATE"' EXIT
      set -e -o pipefail
      . "$SHELL_BLOCK"
      """;

  private final Path directory;
  private final Path scratch;
  private final Map<String, String> environment;

  /** What a block came to: its exit code, and what it printed on either stream. */
  record Result(int code, String printed) {}

  /**
   * A new shell.
   *
   * @param directory where it begins
   * @param scratch where its own files are
   * @param environment variables, beside those of this process
   */
  Bash(Path directory, Path scratch, Map<String, String> environment) {
    this.directory = directory;
    this.scratch = scratch;
    this.environment = environment;
  }

  Result run(String script) throws IOException, InterruptedException {
    Path block = scratch.resolve("block.sh");
    Files.writeString(block, script);
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", RUNNER)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DICOMWEB_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    builder.environment().put("SHELL_STATE", scratch.resolve("state.sh").toString());
    builder.environment().put("SHELL_BLOCK", block.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> read(process));
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(ended).as("this comes to its end:%n%s", script).isTrue();
    return new Result(process.exitValue(), printed.join());
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
