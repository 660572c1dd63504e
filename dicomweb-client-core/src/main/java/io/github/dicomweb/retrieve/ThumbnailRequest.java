// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.media.MediaType;

/**
 * A retrieval of a small image that stands for a study, a series, an instance or frames (PS3.18
 * §10.4.1.1.4), that has not been sent. The server chooses what it shows. Redirections are
 * followed. Immutable and thread-safe; each method that sets something gives a changed copy.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface ThumbnailRequest extends RenderedCall {

  /**
   * Chooses what it is rendered as; of several the first is liked best. Without this the server
   * chooses, and is asked for JPEG first.
   *
   * @param types such as {@link MediaType#PNG}
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one of them is not an image
   */
  ThumbnailRequest as(MediaType... types);

  /**
   * Sets the size of the image.
   *
   * @param width in pixels
   * @param height in pixels
   * @return a changed copy
   * @throws IllegalArgumentException if either is less than 1
   */
  ThumbnailRequest viewport(int width, int height);
}
