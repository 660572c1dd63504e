// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** dciodvfy, of dicom3tools: whether an object is what its SOP class says. */
public final class Dciodvfy {
  private Dciodvfy() {}

  /**
   * The errors that it finds. Where it is not installed the test ends, as {@link Missing} says.
   *
   * @throws IOException if it cannot be run
   */
  public static List<String> errors(Path file) throws IOException {
    if (Commands.find("dciodvfy").isEmpty()) {
      throw Missing.because(
          "no dciodvfy on the PATH (Debian: dicom3tools)", Missing.REQUIRE_SAMPLES);
    }
    // it says so on its standard error output, and by its exit status
    List<String> command =
        List.of("sh", "-c", "dciodvfy \"$1\" 2>&1 || true", "sh", file.toAbsolutePath().toString());
    return new String(
            Commands.run(Path.of("").toAbsolutePath(), command), StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith("Error"))
        .toList();
  }
}
