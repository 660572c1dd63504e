// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that gets its name when it is whole; closed before that, it was never there. */
public final class WholeFile extends FilterOutputStream {
  private final Path temporary;
  private final Path file;
  private boolean whole;
  private boolean closed;

  private WholeFile(Path temporary, Path file) throws IOException {
    super(
        new BufferedOutputStream(
            Files.newOutputStream(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    this.temporary = temporary;
    this.file = file;
  }

  /**
   * Begins one.
   *
   * @param file where it will be; its directory is made if need be
   * @return the stream
   * @throws IOException if it cannot be begun
   */
  public static WholeFile of(Path file) throws IOException {
    Path directory = directory(file);
    return new WholeFile(directory.resolve("." + UUID.randomUUID() + ".part"), file);
  }

  /**
   * The directory of a file to be.
   *
   * @param file the file
   * @return its directory, which exists afterwards
   * @throws IOException if it cannot be made
   */
  public static Path directory(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw new IOException("is a directory and no file: " + file);
    }
    Path parent = absolute.getParent();
    Path directory = parent == null ? absolute : parent;
    Files.createDirectories(directory);
    return directory;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  /** Says that everything was written. */
  public void done() {
    whole = true;
  }

  /** Takes what was written away, if the process is ending. */
  public void abandon() {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    super.close();
    if (whole) {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(temporary);
    }
  }
}
