// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.Annotation;
import io.github.dicomweb.retrieve.IccProfile;
import io.github.dicomweb.retrieve.Viewport;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What something is rendered as, and how (PS3.18 §8.3.5.1).
 *
 * @param types what was asked for; empty if the server chooses
 * @param quality 0 for none
 */
record Rendering(
    List<MediaType> types,
    @Nullable Viewport viewport,
    @Nullable Window window,
    int quality,
    List<Annotation> annotations,
    @Nullable IccProfile iccProfile,
    @Nullable Charset charset) {
  static final Rendering DEFAULT = new Rendering(List.of(), null, null, 0, List.of(), null, null);

  private static final Set<MediaType> WITHOUT_LOSS = Set.of(MediaType.PNG, MediaType.GIF);

  Rendering {
    if (quality > 0 && !types.isEmpty() && WITHOUT_LOSS.containsAll(types)) {
      throw new IllegalArgumentException("quality is for media types that lose something");
    }
  }

  Rendering withTypes(ResourceCategory category, MediaType... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no media type to render as");
    }
    Arrays.stream(values).map(MediaRange::of).forEach(category::require);
    return new Rendering(
        List.of(values), viewport, window, quality, annotations, iccProfile, charset);
  }

  Rendering withViewport(Viewport value) {
    return new Rendering(types, value, window, quality, annotations, iccProfile, charset);
  }

  Rendering withWindow(Window value) {
    return new Rendering(types, viewport, value, quality, annotations, iccProfile, charset);
  }

  Rendering withQuality(int value) {
    if (value < 1 || value > 100) {
      throw new IllegalArgumentException("a quality is from 1 to 100");
    }
    return new Rendering(types, viewport, window, value, annotations, iccProfile, charset);
  }

  Rendering withAnnotations(Annotation... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no annotation");
    }
    return new Rendering(types, viewport, window, quality, List.of(values), iccProfile, charset);
  }

  Rendering withIccProfile(IccProfile value) {
    return new Rendering(types, viewport, window, quality, annotations, value, charset);
  }

  Rendering withCharset(Charset value) {
    return new Rendering(types, viewport, window, quality, annotations, iccProfile, value);
  }

  void writeTo(Query query, ServerProfile profile) {
    if (!annotations.isEmpty()) {
      query.add("annotation", annotations.stream().map(Annotation::keyword).toList());
    }
    if (charset != null) {
      query.add("charset", charset.name());
    }
    if (quality > 0) {
      query.add("quality", Integer.toString(quality));
    }
    if (viewport != null) {
      query.add("viewport", write(viewport));
    }
    if (window != null) {
      window.writeTo(query, profile);
    }
    if (iccProfile != null) {
      query.add("iccprofile", iccProfile.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Values that are not there leave their commas, but for those at the end. */
  private static List<String> write(Viewport viewport) {
    List<String> values = new ArrayList<>();
    values.add(Integer.toString(viewport.width()));
    values.add(Integer.toString(viewport.height()));
    int end = values.size();
    for (OptionalDouble value : viewport.source()) {
      values.add(value.isPresent() ? Decimals.write(value.getAsDouble()) : "");
      end = value.isPresent() ? values.size() : end;
    }
    return values.subList(0, end);
  }

  /** What is set, no values. */
  @Override
  public String toString() {
    return "Rendering" + types;
  }
}
