// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.uri;

import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Part;

/**
 * A retrieval by WADO-URI of something rendered from an object (PS3.18 §9.4, §9.5). Immutable and
 * thread-safe; each method that sets something gives a changed copy. The media type of the part is
 * the one that really came.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface RenderedUriRequest extends UriRetrieval<Part> {

  /**
   * Chooses the media type. Without it the server chooses, and pictures, videos and PDF are
   * accepted; text and pages only if they were asked for, since errors come like that too.
   *
   * @param preferred the media types that will do, the best first; many servers take one only
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one is no rendered media type
   */
  RenderedUriRequest contentType(MediaType... preferred);

  /**
   * Chooses the media type, with weights.
   *
   * @param preferred ranges that name a media type, without a transfer syntax
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one is a wildcard, has a transfer syntax,
   *     or is no rendered media type
   */
  RenderedUriRequest contentType(MediaRange... preferred);

  /**
   * Chooses the character set of text.
   *
   * @param preferred names of character sets, the best first
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one is no such name
   */
  RenderedUriRequest charset(String... preferred);

  /**
   * Chooses a frame of a multi-frame object.
   *
   * @param number from 1
   * @return a changed copy
   * @throws IllegalArgumentException if it is less than 1
   */
  RenderedUriRequest frameNumber(int number);

  /**
   * Bounds the height of the picture.
   *
   * @param count in pixels
   * @return a changed copy
   * @throws IllegalArgumentException if it is less than 1
   */
  RenderedUriRequest rows(int count);

  /**
   * Bounds the width of the picture.
   *
   * @param count in pixels
   * @return a changed copy
   * @throws IllegalArgumentException if it is less than 1
   */
  RenderedUriRequest columns(int count);

  /**
   * Chooses a part of the picture, in fractions of its width and height from its upper left corner.
   *
   * @param xmin the left edge, from 0
   * @param ymin the upper edge, from 0
   * @param xmax the right edge, up to 1
   * @param ymax the lower edge, up to 1
   * @return a changed copy
   * @throws IllegalArgumentException if this is no rectangle, or not in the picture
   */
  RenderedUriRequest region(double xmin, double ymin, double xmax, double ymax);

  /**
   * Chooses the grey values that are shown ({@code windowCenter} and {@code windowWidth}).
   *
   * @param center the centre
   * @param width the width, more than 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is no window, or a presentation state was chosen, which
   *     has a window of its own
   */
  RenderedUriRequest window(double center, double width);

  /**
   * Chooses the quality of lossy compression.
   *
   * @param percent 1 to 100, the best
   * @return a changed copy
   * @throws IllegalArgumentException if it is not in that range
   */
  RenderedUriRequest imageQuality(int percent);

  /**
   * Asks for the patient's data to be drawn into the picture.
   *
   * @return a changed copy
   */
  RenderedUriRequest annotatePatient();

  /**
   * Asks for the technique of the acquisition to be drawn into the picture.
   *
   * @return a changed copy
   */
  RenderedUriRequest annotateTechnique();

  /**
   * Shows the object as a presentation state of the same study says.
   *
   * @param presentationSeriesUid the series of the presentation state
   * @param presentationUid the SOP Instance UID of the presentation state
   * @return a changed copy
   * @throws IllegalArgumentException if an identifier cannot be sent, or a window was chosen
   */
  RenderedUriRequest presentationState(String presentationSeriesUid, String presentationUid);
}
