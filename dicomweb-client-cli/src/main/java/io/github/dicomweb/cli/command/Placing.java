// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.retrieve.SavedInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts saved instances where the layout wants them. For another layout than that of the library
 * they are saved beside it first, and each is moved as soon as it is whole.
 */
final class Placing {
  private final Layout layout;
  private final Path directory;
  private final @Nullable Path staging;

  Placing(Layout layout, Path directory) {
    this.layout = layout;
    this.directory = directory;
    this.staging = layout.isDefault() ? null : directory.resolve(".dicomweb-" + UUID.randomUUID());
  }

  /** Where the library saves. */
  Path target() {
    return staging == null ? directory : staging;
  }

  /** Moves a whole file to its place. */
  Path place(SavedInstance saved) {
    Path base = staging;
    if (base == null) {
      return saved.file();
    }
    Path relative = base.relativize(saved.file());
    Path place =
        relative.getNameCount() == 3
            ? layout.place(directory, relative.getName(0), relative.getName(1), relative.getName(2))
            : directory.resolve(relative);
    try {
      Files.createDirectories(place.toAbsolutePath().getParent());
      return Files.move(
          saved.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away what was only on the way; what nobody could identify is kept. */
  void clear() {
    Path base = staging;
    if (base == null || !Files.exists(base)) {
      return;
    }
    try {
      keepUnidentified(base.resolve("unidentified"));
      Files.walkFileTree(base, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepUnidentified(Path unidentified) throws IOException {
    if (Files.isDirectory(unidentified)) {
      Path kept = directory.resolve("unidentified-" + UUID.randomUUID());
      Files.move(unidentified, kept, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
