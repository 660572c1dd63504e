// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.github.dicomweb.it.samples.Missing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A run that somebody watches, and types something at. Both outputs are one. Pseudo-terminals are
 * made by util-linux's script, whose exit code is the command's.
 */
public final class Dialog implements AutoCloseable {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final String END_OF_INPUT = "\u0004";
  private static final String INTERRUPT = "\u0003";

  private final Process process;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Thread reading;

  private Dialog(Process process) {
    this.process = process;
    this.reading = new Thread(this::read, "dialog");
    reading.setDaemon(true);
    reading.start();
  }

  /** On a pseudo-terminal; without script the test is skipped. */
  public static Dialog onTerminal(Command command, String... arguments) throws IOException {
    return onTerminal(command, command.quoted(arguments));
  }

  /** Another program on a pseudo-terminal, in the environment of the command. */
  static Dialog onTerminal(Command environment, String line) throws IOException {
    if (!Files.isExecutable(SCRIPT)) {
      throw Missing.because("no " + SCRIPT + " (util-linux)", Command.REQUIRE);
    }
    // exec: what is typed and signalled reaches the command and no shell. A build in the background
    // has it ignore Ctrl-C, which no terminal does
    List<String> words =
        List.of(SCRIPT.toString(), "-qec", "exec env --default-signal=INT " + line, "/dev/null");
    return new Dialog(environment.builder(words).redirectErrorStream(true).start());
  }

  /** In a pipe. */
  public static Dialog inPipe(Command command, String... arguments) throws IOException {
    return new Dialog(command.builder(command.words(arguments)).redirectErrorStream(true).start());
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (shown) {
          shown.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it has shown so far. */
  public String shown() {
    synchronized (shown) {
      return shown.toString(UTF_8);
    }
  }

  /** Waits until it shows something. */
  public void awaitText(String text) {
    await("it shows " + text)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(40))
        .until(() -> shown().contains(text));
  }

  /** Types a line. */
  public void type(String line) throws IOException {
    send(line + "\n");
  }

  /** Types Ctrl-C. */
  public void interrupt() throws IOException {
    send(INTERRUPT);
  }

  /** Types Ctrl-D. */
  public void endInput() throws IOException {
    send(END_OF_INPUT);
  }

  /** Types keys. */
  void send(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Waits for the end of the command. */
  public Command.Result end() throws IOException, InterruptedException {
    Command.awaitEnd(process);
    reading.join();
    return new Command.Result(process.exitValue(), shown(), "");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
