// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.uri;

import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * How an object is received by WADO-URI. What is neither of the kind nor of a media type that was
 * asked for is refused, whatever its status: some servers report errors as pictures or pages.
 *
 * <p>Each of these calls throws {@link UnsupportedOperationException} before anything is sent if
 * the profile says that the server has no WADO-URI.
 *
 * @param <P> the kind of part
 */
public interface UriRetrieval<P extends Part> {

  /**
   * Sends the request and gives the object as it arrives: one part, never more.
   *
   * @return the part, live, which the caller must close
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.MalformedResponseException if what comes is not what was asked
   *     for
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   */
  Parts<P> open();

  /**
   * As {@link #open}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Parts<P>> openAsync();

  /**
   * Retrieves into a file, which appears under its name only when it is whole, and replaces what
   * was there.
   *
   * @param file the file; its directory must exist
   * @return what came
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved or written
   */
  UriFile saveTo(Path file);

  /**
   * As {@link #saveTo}, on another thread.
   *
   * @param file the file
   * @return a future; cancelling it cancels the transfer
   */
  CompletableFuture<UriFile> saveToAsync(Path file);

  /**
   * Retrieves into memory: as much as the server sends.
   *
   * @return what came
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved
   */
  UriContent readAllBytes();

  /**
   * As {@link #readAllBytes}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<UriContent> readAllBytesAsync();
}
