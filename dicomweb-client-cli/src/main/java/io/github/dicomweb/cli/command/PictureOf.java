// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.run.UsageException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a picture is made of, and the file it goes to. */
final class PictureOf {
  @Mixin Resource resource = new Resource();

  @Nullable
  @Option(names = "--frame", paramLabel = "N", description = "A frame of the instance.")
  Integer frame;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file.")
  Path file = Path.of("");

  PictureOf() {}

  void check() {
    if (frame != null && !resource.isInstance()) {
      throw new UsageException("--frame needs an instance");
    }
  }
}
