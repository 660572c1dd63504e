// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * How one rendered thing is retrieved: what the requests for them have in common. Not meant to be
 * implemented outside this library: methods may be added.
 */
public interface RenderedCall {

  /**
   * Retrieves into memory: as much as the server sends.
   *
   * @return the image, video or document
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.MalformedResponseException if the answer is none, is of a kind
   *     that was not asked for, or is several where one is wanted
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   * @throws UnsupportedOperationException if the profile of the server does not have it
   */
  Rendered execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Rendered> executeAsync();

  /**
   * Retrieves into a file, which appears under its name only when it is whole, and replaces what
   * was there. Flat in memory.
   *
   * @param file the file; its directory must exist
   * @return what came
   * @throws io.github.dicomweb.error.DicomWebException as for {@link #execute}, and with reason
   *     {@code LOCAL} if the file cannot be written
   */
  RenderedFile saveTo(Path file);

  /**
   * As {@link #saveTo}, on another thread.
   *
   * @param file the file
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<RenderedFile> saveToAsync(Path file);
}
