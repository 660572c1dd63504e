// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.retrieve.Target;
import java.util.Arrays;
import java.util.List;

/**
 * What is rendered: a study, a series, an instance, or frames of it.
 *
 * @param target the study, series or instance
 * @param frames the numbers of frames, from 1; empty for all of the target
 */
public record RenderTarget(Target target, List<Integer> frames) {

  /** A study, a series or an instance. */
  public static RenderTarget of(Target target) {
    return new RenderTarget(target, List.of());
  }

  /**
   * Frames of an instance.
   *
   * @throws IllegalArgumentException unless they are numbers from 1 on, in ascending order
   */
  public static RenderTarget of(Target target, int... frames) {
    return new RenderTarget(target, frames(frames));
  }

  /** Checks the numbers of frames. */
  static List<Integer> frames(int... frames) {
    int last = 0;
    for (int frame : frames) {
      if (frame <= last) {
        throw new IllegalArgumentException(
            "frames are named by numbers from 1 on, each once, in ascending order");
      }
      last = frame;
    }
    if (last == 0) {
      throw new IllegalArgumentException("no frame is named");
    }
    return Arrays.stream(frames).boxed().toList();
  }

  boolean isCollection() {
    return target.instance() == null;
  }

  Parting parting() {
    return isCollection() || frames.size() > 1 ? Parting.MANY_OR_ONE : Parting.ONE_ALONE;
  }

  Exchange.Builder get(String resource) {
    Exchange.Builder exchange = target.get();
    if (!frames.isEmpty()) {
      exchange.numbers("frames", "frames", frames);
    }
    return exchange.path(resource);
  }

  /** The level, without identifiers. */
  @Override
  public String toString() {
    return frames.isEmpty() ? target.toString() : "frames";
  }
}
