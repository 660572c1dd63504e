// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.samples.Missing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts the jar as a process of its own. Immutable. */
public final class Command {
  static final String REQUIRE = "DICOMWEB_IT_REQUIRE_CLI";
  private static final Path JAR = Path.of("../dicomweb-client-cli/target/dicomweb.jar");
  private static final String TRUSTED = "javax.net.ssl.trustStore";
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> before;
  private final Map<String, String> environment;

  private Command(List<String> before, Map<String, String> environment) {
    this.before = before;
    this.environment = environment;
  }

  /** What a run came to. */
  public record Result(int code, String out, String err) {
    /** The lines of standard output. */
    public List<String> lines() {
      return out.lines().toList();
    }

    /** Refuses any other exit code. */
    public Result expect(int expected) {
      assertThat(code).as("exit code; standard error: %s", err).isEqualTo(expected);
      return this;
    }
  }

  /** A command of no server; without the jar the test is skipped. */
  public static Command dicomweb() {
    if (!Files.exists(JAR)) {
      throw Missing.because(
          "no dicomweb.jar: it is built by 'mvn package' before this module", REQUIRE);
    }
    return new Command(List.of(), Map.of("HOME", "/nonexistent"));
  }

  /** A command of a server. */
  public static Command at(String url) {
    return dicomweb().with("--url", url);
  }

  /** The same with arguments before those of each run. */
  public Command with(String... arguments) {
    List<String> all = new ArrayList<>(before);
    all.addAll(List.of(arguments));
    return new Command(all, environment);
  }

  /** The same with a variable of the environment. */
  public Command env(String name, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(name, value);
    return new Command(before, all);
  }

  /** The same without the certificates that all the world trusts, whose loading takes time. */
  Command trustingNobody() {
    return env(TRUSTED, "NONE");
  }

  /** The words that start it. */
  public List<String> words(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(ClassArchive.options());
    words.add("-Duser.home=" + environment.getOrDefault("HOME", "/nonexistent"));
    if (environment.containsKey(TRUSTED)) {
      words.add("-D" + TRUSTED + "=" + environment.get(TRUSTED));
    }
    words.add("-jar");
    words.add(jar().toString());
    words.addAll(before);
    words.addAll(List.of(arguments));
    return words;
  }

  static Path jar() {
    return JAR.toAbsolutePath().normalize();
  }

  /** Writes a script that starts it, so that a shell finds it by its name. */
  public void writeTo(Path script) throws IOException {
    Files.writeString(script, "#!/bin/sh\nexec " + quoted() + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs it, with output into pipes. */
  public Result run(String... arguments) throws IOException, InterruptedException {
    return run(words(arguments));
  }

  /** Runs it in a shell line, in which {@code {}} stands for the command. */
  public Result shell(String line, String... arguments) throws IOException, InterruptedException {
    return run(List.of("/bin/bash", "-c", line.replace("{}", quoted(arguments))));
  }

  /** The words that start it, as a shell reads them. */
  String quoted(String... arguments) {
    return String.join(
        " ",
        words(arguments).stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
  }

  /** Runs it on a pseudo-terminal, at which nobody types anything. */
  public Result terminal(String... arguments) throws IOException, InterruptedException {
    try (Dialog dialog = Dialog.onTerminal(this, arguments)) {
      return dialog.end();
    }
  }

  private Result run(List<String> words) throws IOException, InterruptedException {
    Process process = start(words);
    CompletableFuture<String> out = reading(process.getInputStream());
    CompletableFuture<String> err = reading(process.getErrorStream());
    awaitEnd(process);
    return new Result(process.exitValue(), out.join(), err.join());
  }

  /** On a thread of its own: a pool might have none left while many runs are under way. */
  private static CompletableFuture<String> reading(InputStream in) {
    return CompletableFuture.supplyAsync(() -> read(in), task -> new Thread(task, "read").start());
  }

  static void awaitEnd(Process process) throws InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the command comes to its end").isTrue();
  }

  /** Starts it with an input that has ended; the caller waits. */
  public Process start(List<String> words) throws IOException {
    Process process = builder(words).start();
    process.getOutputStream().close();
    return process;
  }

  ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("NO_COLOR");
    builder.environment().remove("DICOMWEB_TOKEN_PASSPHRASE");
    builder.environment().remove("XDG_CONFIG_HOME");
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(environment);
    return builder;
  }

  static String read(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
