// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import java.util.concurrent.CompletableFuture;

/**
 * A retrieval of frames of one instance (PS3.18 §10.4), that has not been sent. Immutable and
 * thread-safe; each method that sets something gives a changed copy.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface FramesRequest {

  /**
   * Asks for media types in their default transfer syntax (§8.7.3.4), such as {@code
   * application/octet-stream} for uncompressed frames.
   *
   * @param types the media types, the one that is liked best first
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or frames never come in one of them
   */
  FramesRequest accept(MediaType... types);

  /**
   * Asks for media types in chosen transfer syntaxes.
   *
   * @param ranges the ranges, the one that is liked best first
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or frames never come in one of them
   */
  FramesRequest accept(MediaRange... ranges);

  /**
   * Asks for the frames as they are stored, whatever their transfer syntax. This is the default:
   * nothing is transcoded, so nothing is lost. It is asked for as {@code application/octet-stream;
   * transfer-syntax=*}, or as the profile of the server has it ({@link
   * io.github.dicomweb.profile.ServerProfile#storedBulkData()}). A server that refuses this is
   * asked for its default and for anything, and others decompress whatever they are asked: {@link
   * FramePart#transferSyntax} says what came.
   *
   * @return a changed copy
   */
  FramesRequest storedTransferSyntax();

  /**
   * Sends the request and gives the frames one at a time, as they arrive.
   *
   * @return live frames, which the caller must close
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have them
   * @throws io.github.dicomweb.error.DicomWebException if they cannot be retrieved otherwise
   */
  FrameParts open();

  /**
   * As {@link #open}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<FrameParts> openAsync();
}
