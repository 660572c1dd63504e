// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.turns;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of Java that is spoken to in lines and ends when its standard input does. */
final class Child implements Closeable {
  private static final long PATIENCE_SECONDS = 10;

  private final Process process;
  private final BufferedReader out;

  Child(List<String> jvmOptions, String mainClass, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** Lets it do its work of a size. */
  Sample sample(int size) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((size + "\n").getBytes(StandardCharsets.US_ASCII));
    in.flush();
    return Sample.parse(line());
  }

  /** What it says next. */
  String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("a process of the benchmarks ended before it had done its work");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
