// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Reading a source, or writing a target, failed on this side of the wire. */
public final class LocalIoException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param message what failed, without a file's name
   * @param cause the failure beneath
   */
  public LocalIoException(String message, IOException cause) {
    super(message, withoutPaths(cause));
  }

  /** Directories and files are named by identifiers, and what is thrown may end in a log. */
  private static Throwable withoutPaths(Throwable failure) {
    Throwable beneath = failure.getCause();
    @Nullable Throwable safe = beneath == null || beneath == failure ? null : withoutPaths(beneath);
    if (!(failure instanceof FileSystemException) && safe == beneath) {
      return failure;
    }
    IOException told = new IOException(words(failure), safe);
    told.setStackTrace(failure.getStackTrace());
    return told;
  }

  private static String words(Throwable failure) {
    if (failure instanceof FileSystemException file) {
      String name = file.getClass().getSimpleName();
      return file.getReason() == null ? name : name + ": " + file.getReason();
    }
    return String.valueOf(failure.getMessage());
  }
}
