// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import java.util.concurrent.CompletableFuture;

/**
 * A retrieval of all bulk data, or all pixel data, of a study, a series or an instance (PS3.18
 * §10.4.1.1.5, §10.4.1.1.6), that has not been sent. Immutable and thread-safe; each method that
 * sets something gives a changed copy.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface BulkDataResourceRequest {

  /**
   * Asks for media types in their default transfer syntax. A server may leave out what it does not
   * have in one of them, and says so ({@link Parts#partial}).
   *
   * @param types the media types, the one that is liked best first
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or bulk data never comes in one of them
   */
  BulkDataResourceRequest accept(MediaType... types);

  /**
   * Asks for media types in chosen transfer syntaxes.
   *
   * @param ranges the ranges, the one that is liked best first
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or bulk data never comes in one of them
   */
  BulkDataResourceRequest accept(MediaRange... ranges);

  /**
   * Sends the request and gives the values one at a time, as they arrive: without {@code accept} as
   * they are stored. {@link BulkDataPart#isFor} tells which is which; a compressed value of several
   * frames may come as a part for each frame.
   *
   * @return live parts, which the caller must close
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have them
   * @throws io.github.dicomweb.error.DicomWebException if they cannot be retrieved otherwise
   */
  Parts<BulkDataPart> open();

  /**
   * As {@link #open}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Parts<BulkDataPart>> openAsync();
}
