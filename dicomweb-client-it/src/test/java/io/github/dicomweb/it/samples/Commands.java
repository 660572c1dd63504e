// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.samples;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the system. */
public final class Commands {
  private static final long LONGEST_SECONDS = 60;

  private Commands() {}

  /** Where a program is: on the PATH, or at one of some other places. */
  public static Optional<Path> find(String name, String... elsewhere) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Stream<Path> onPath =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(directory -> !directory.isEmpty())
            .map(directory -> Path.of(directory, name));
    return Stream.concat(onPath, Arrays.stream(elsewhere).map(Path::of))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Runs a program to its end.
   *
   * @return what it wrote to its standard output
   * @throws IOException if there is no such program, it fails or takes too long
   */
  public static byte[] run(Path directory, List<String> command) throws IOException {
    return run(directory, command, Map.of());
  }

  /**
   * Runs a program to its end.
   *
   * @param environment what is added to the environment it inherits
   * @return what it wrote to its standard output
   * @throws IOException if there is no such program, it fails or takes too long
   */
  public static byte[] run(Path directory, List<String> command, Map<String, String> environment)
      throws IOException {
    return run(directory, ProcessBuilder.Redirect.PIPE, command, environment);
  }

  /**
   * Runs a program to its end that reads a file as its standard input.
   *
   * @return what it wrote to its standard output
   * @throws IOException if there is no such program, it fails or takes too long
   */
  public static byte[] run(Path directory, Path input, List<String> command) throws IOException {
    return run(directory, ProcessBuilder.Redirect.from(input.toFile()), command, Map.of());
  }

  private static byte[] run(
      Path directory,
      ProcessBuilder.Redirect input,
      List<String> command,
      Map<String, String> environment)
      throws IOException {
    Path out = Files.createTempFile("dicomweb-it", ".out");
    Path err = Files.createTempFile("dicomweb-it", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(input)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " takes longer than " + LONGEST_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        // Some say it there.
        Path said = Files.size(err) > 0 ? err : out;
        String why = Files.readString(said, StandardCharsets.ISO_8859_1).strip();
        throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": " + why);
      }
      return Files.readAllBytes(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.get(0) + " ran", e);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
