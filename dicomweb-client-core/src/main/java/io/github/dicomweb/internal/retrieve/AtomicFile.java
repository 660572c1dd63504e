// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.internal.http.Operation;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written under a temporary name in the directory where it will stand, and gets its
 * own name in one step when it is whole. Closing it before that removes it.
 */
public final class AtomicFile implements Closeable {
  private final Path temporary;
  private final Operation operation;
  private boolean moved;
  private boolean closed;

  private AtomicFile(Path temporary, Operation operation) {
    this.temporary = temporary;
    this.operation = operation;
  }

  /**
   * Makes one in a directory, under a name no instance can have.
   *
   * @param directory the directory
   * @param operation waits for it to be closed when it is ended
   * @throws IOException if that has been ended
   */
  public static AtomicFile in(Path directory, Operation operation) throws IOException {
    operation.beginFile();
    return new AtomicFile(directory.resolve("." + UUID.randomUUID() + ".part"), operation);
  }

  Path temporary() {
    return temporary;
  }

  /** Opens it for writing, once. */
  public OutputStream open() throws IOException {
    return Files.newOutputStream(
        temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** The same through a buffer, which is the file's until it is closed. */
  OutputStream open(ByteBuffer buffer) throws IOException {
    return new FileOutput(
        Files.newByteChannel(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        buffer);
  }

  /** Gives it its name, in place of what had it. */
  public void moveTo(Path file) throws IOException {
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system cannot move files atomically", e);
    }
    moved = true;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    } finally {
      operation.endFile();
    }
  }
}
