// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.media.MediaType;
import java.util.concurrent.CompletableFuture;

/**
 * A retrieval of images that the server makes of a volume: multi-planar reconstructions and 3D
 * renderings (PS3.18 §8.3.5.3, §10.4.1.1.7, §10.4.1.1.8), that has not been sent. Immutable and
 * thread-safe; each method that sets something gives a changed copy, and refuses at once what no
 * server may be asked.
 *
 * <p>If the target is a Volumetric Presentation State, that says nearly everything itself: only
 * orientation and viewpoint may be set, and there is no metadata; a server answers 400 otherwise.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface VolumeRequest extends RenderedCall {

  /**
   * Chooses what it is rendered as; of several the first is liked best. Without this the server
   * chooses, and is asked for JPEG first. An animation is a video or an animated image.
   *
   * @param types such as {@link MediaType#MP4}
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one of them is not a rendered media type
   */
  VolumeRequest as(MediaType... types);

  /**
   * Sets the size of the image.
   *
   * @param width in pixels
   * @param height in pixels
   * @return a changed copy
   * @throws IllegalArgumentException if either is less than 1
   */
  VolumeRequest viewport(int width, int height);

  /**
   * Sets the size of the image and the region that it shows.
   *
   * @param viewport the viewport
   * @return a changed copy
   */
  VolumeRequest viewport(Viewport viewport);

  /**
   * Sets the window.
   *
   * @param center the centre
   * @param width the width
   * @param function how values become shades
   * @return a changed copy
   * @throws IllegalArgumentException if the width is not one that the function can have
   */
  VolumeRequest window(double center, double width, WindowFunction function);

  /**
   * Sets the quality of a lossy image.
   *
   * @param value from 1, the worst, to 100
   * @return a changed copy
   * @throws IllegalArgumentException if it is not in that range, or if only media types without
   *     loss are asked for
   */
  VolumeRequest quality(int value);

  /**
   * Makes the volume of some series or instances of the target only ({@code volumeinputreference}).
   *
   * @param uids their UIDs
   * @return a changed copy
   * @throws IllegalArgumentException if there is none or one is empty, or frames are set
   */
  VolumeRequest input(String... uids);

  /**
   * Makes the volume of some frames of the instance only ({@code volumeinputreference}).
   *
   * @param frames their numbers, from 1, in ascending order
   * @return a changed copy
   * @throws IllegalArgumentException if the target is not an instance, the numbers are not such, or
   *     UIDs are set
   */
  VolumeRequest inputFrames(int... frames);

  /**
   * Makes the volume of those instances only that match (PS3.18 §8.3.5.3.2).
   *
   * @param tag the attribute
   * @param value the value; ranges as in a search
   * @return a changed copy
   * @throws IllegalArgumentException if the value is empty
   */
  VolumeRequest match(int tag, String value);

  /**
   * Makes the volume of those instances only that match (PS3.18 §8.3.5.3.2).
   *
   * @param attribute a keyword, eight hexadecimal digits, or a dotted path of them
   * @param value the value; ranges as in a search
   * @return a changed copy
   * @throws IllegalArgumentException if the attribute is not named like that, or by a keyword that
   *     the dictionary does not know, or the value is empty
   */
  VolumeRequest match(String attribute, String value);

  /**
   * Chooses how the volume is projected.
   *
   * @param method the method
   * @return a changed copy
   */
  VolumeRequest renderingMethod(RenderingMethod method);

  /**
   * Looks at the volume from a side of the patient.
   *
   * @param orientation the side
   * @return a changed copy
   * @throws IllegalArgumentException if a viewpoint is set: the two exclude each other
   */
  VolumeRequest orientation(Orientation orientation);

  /**
   * Looks at the volume from a point (PS3.18 §8.3.5.3.5 to §8.3.5.3.7).
   *
   * @param position where the eye is
   * @param lookAt what it looks at; another point
   * @param up which direction is up in the image
   * @return a changed copy
   * @throws IllegalArgumentException if an orientation is set, the points are the same, or the
   *     direction has no length
   */
  VolumeRequest viewpoint(VolumePoint position, VolumePoint lookAt, VolumePoint up);

  /**
   * Sets how thick the plane of a multi-planar reconstruction is.
   *
   * @param millimetres more than 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is not, or this is a 3D rendering
   */
  VolumeRequest mprSlab(double millimetres);

  /**
   * Has the volume turn back and forth.
   *
   * @param degrees how far, more than 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is not, or a curve is set: an animation is one of them
   */
  VolumeRequest swivelRange(double degrees);

  /**
   * Has the view move along a curve to a point ({@code volumetriccurvepoint}).
   *
   * @param point the point
   * @return a changed copy
   * @throws IllegalArgumentException if a swivel is set: an animation is one of them
   */
  VolumeRequest curvePoint(VolumePoint point);

  /**
   * Sets how far an animation goes from one image to the next: in degrees when it turns, in
   * millimetres along a curve.
   *
   * @param step at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if it is less
   */
  VolumeRequest animationStepSize(int step);

  /**
   * Sets how fast an animation is shown.
   *
   * @param stepsPerSecond more than 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is not
   */
  VolumeRequest animationRate(double stepsPerSecond);

  /**
   * Retrieves what the volume would be rendered with, and not the image ({@code
   * renderedvolumetricmetadata=yes}): to show it, or to change it and ask again.
   *
   * @return the parameters
   * @throws io.github.dicomweb.error.DicomWebException if they cannot be retrieved
   * @throws UnsupportedOperationException if the profile of the server does not have volumes
   */
  VolumeMetadata metadata();

  /**
   * As {@link #metadata}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<VolumeMetadata> metadataAsync();

  /**
   * Sends the request and gives what comes one at a time, as it arrives.
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
