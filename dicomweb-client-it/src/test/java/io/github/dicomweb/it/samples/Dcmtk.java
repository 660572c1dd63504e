// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** DCMTK, as a reader of files that shares no code with the library. */
public final class Dcmtk {
  private final Path directory;

  /**
   * Finds it.
   *
   * @param directory for files in between
   * @param switches as {@link Missing#because}
   */
  public Dcmtk(Path directory, String... switches) {
    if (Commands.find("dcm2json").isEmpty() || Commands.find("dcmodify").isEmpty()) {
      throw Missing.because("no dcm2json and dcmodify on the PATH (Debian: dcmtk)", switches);
    }
    this.directory = directory;
  }

  /**
   * The JSON that dcm2json makes of a file.
   *
   * @return nothing for character sets that it cannot convert
   * @throws IOException if it cannot read the file, or not all of it
   */
  public Optional<String> json(Path file) throws IOException {
    try {
      byte[] json = Commands.run(directory, List.of("dcm2json", "-q", "-ee", file.toString()));
      return Optional.of(new String(json, StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (Objects.toString(e.getMessage()).contains("Cannot open character encoding")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * A copy of a file without its pixel data, for dcm2json does not convert it when it is
   * encapsulated. What follows the pixel data may be lost, too.
   */
  public Path withoutPixelData(Path file) throws IOException {
    Path copy = directory.toAbsolutePath().resolve("copy.dcm");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    Commands.run(directory, List.of("dcmodify", "-q", "-nb", "-ea", "PixelData", copy.toString()));
    return copy;
  }
}
