// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example started as its user would, told where to go by its environment. */
final class ExampleProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final List<String> lines = new ArrayList<>();

  private ExampleProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(UTF_8);
  }

  static ExampleProcess start(Class<?> example, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                example.getName()));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ExampleProcess(builder.start());
  }

  /** Reads on until a line matches; what is in its first parentheses. */
  String await(String pattern) throws IOException {
    String line = out.readLine();
    while (line != null) {
      lines.add(line);
      Matcher matcher = Pattern.compile(pattern).matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
      line = out.readLine();
    }
    throw new IOException("nothing matches " + pattern + " in " + lines);
  }

  /** Ends its input, waits for its end, and gives all that it printed. */
  String output() throws Exception {
    process.getOutputStream().close();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("it does not end after " + lines);
    }
    return String.join("\n", lines);
  }

  /** A directory for the PATH with a browser that only notes down where it was sent. */
  static Path browserThatNotes(Path directory) throws IOException {
    Path script = directory.resolve("xdg-open");
    Files.writeString(
        script,
        "#!/bin/sh\nprintf '%s' \"$1\" > '"
            + directory
            + "/page.tmp' && mv '"
            + directory
            + "/page.tmp' '"
            + directory
            + "/page'\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return directory.resolve("page");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
