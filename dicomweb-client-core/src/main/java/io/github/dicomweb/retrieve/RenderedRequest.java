// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.media.MediaType;
import java.nio.charset.Charset;
import java.util.concurrent.CompletableFuture;

/**
 * A retrieval of something rendered for people to look at: images, videos, texts (PS3.18 §10.4,
 * §8.3.5.1), that has not been sent. Immutable and thread-safe; each method that sets something
 * gives a changed copy, and refuses at once what no server may be asked.
 *
 * <p>A server need not honour all of it; what it ignores it should say in {@code warnings()}.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface RenderedRequest extends RenderedCall {

  /**
   * Chooses what it is rendered as; of several the first is liked best. Without this the server
   * chooses, and is asked for JPEG first.
   *
   * @param types such as {@link MediaType#PNG}
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one of them is not a rendered media type
   */
  RenderedRequest as(MediaType... types);

  /**
   * Sets the size of the image.
   *
   * @param width in pixels
   * @param height in pixels
   * @return a changed copy
   * @throws IllegalArgumentException if either is less than 1
   */
  RenderedRequest viewport(int width, int height);

  /**
   * Sets the size of the image and the region of the original that it shows. Not for presentation
   * states, which say themselves what is shown.
   *
   * @param viewport the viewport
   * @return a changed copy
   */
  RenderedRequest viewport(Viewport viewport);

  /**
   * Sets the window (PS3.18 §8.3.5.1.4). Not for presentation states, which have their own: a
   * server answers 400 then.
   *
   * @param center the centre
   * @param width the width
   * @param function how values become shades
   * @return a changed copy
   * @throws IllegalArgumentException if the width is not one that the function can have
   */
  RenderedRequest window(double center, double width, WindowFunction function);

  /**
   * Sets the quality of a lossy image (PS3.18 §8.3.5.1.2).
   *
   * @param value from 1, the worst, to 100
   * @return a changed copy
   * @throws IllegalArgumentException if it is not in that range, or if only media types without
   *     loss are asked for
   */
  RenderedRequest quality(int value);

  /**
   * Has something burnt into the image.
   *
   * @param annotations what
   * @return a changed copy
   * @throws IllegalArgumentException if there is none
   */
  RenderedRequest annotation(Annotation... annotations);

  /**
   * Chooses the colour profile that the image carries.
   *
   * @param profile the profile
   * @return a changed copy
   */
  RenderedRequest iccProfile(IccProfile profile);

  /**
   * Chooses the character set of a text (PS3.18 §8.3.3.2).
   *
   * @param charset the character set
   * @return a changed copy
   */
  RenderedRequest charset(Charset charset);

  /**
   * Sends the request and gives what comes one at a time, as it arrives: of a study, a series or
   * several frames there may be many.
   *
   * @return live parts, which the caller must close
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved
   */
  Parts<Part> open();

  /**
   * As {@link #open}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Parts<Part>> openAsync();
}
