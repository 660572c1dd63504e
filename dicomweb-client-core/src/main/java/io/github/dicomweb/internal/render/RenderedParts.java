// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.internal.retrieve.LiveParts;
import io.github.dicomweb.internal.retrieve.OnePass;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rendered things as they arrive, checked against what was asked for. */
final class RenderedParts extends OnePass<Part> {
  private final Answer answer;
  private final LiveParts<LivePart> parts;
  private final List<MediaType> asked;
  private final List<Warning> warnings = new ArrayList<>();

  private RenderedParts(Answer answer, LiveParts<LivePart> parts, List<MediaType> asked) {
    this.answer = answer;
    this.parts = parts;
    this.asked = asked;
  }

  /**
   * Takes an answer over.
   *
   * @param asked what was asked for; empty for anything
   */
  static RenderedParts open(Answer answer, Limits limits, List<MediaType> asked) {
    if (answer.status() == 204) {
      answer.close();
      throw answer.malformed("the server has no content for it").build();
    }
    return new RenderedParts(
        answer, LiveParts.open(answer, limits, SinglePart.RENDERED, part -> part), asked);
  }

  @Override
  protected @Nullable Part advance() {
    LivePart part = parts.next().orElse(null);
    if (part != null) {
      check(part);
    }
    return part;
  }

  private void check(LivePart part) {
    MediaType type =
        part.mediaType().orElseThrow(() -> failure("a part without a media type", part));
    if (asked.isEmpty() || asked.contains(type)) {
      return;
    }
    // One kind of image serves for another; a text or a video does not.
    if (asked.stream().noneMatch(a -> a.type().equals(type.type()))) {
      throw failure(type + " came, which was not asked for", part);
    }
    Warning warning = Warning.tolerated(type + " came, which was not asked for");
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  MalformedResponseException failure(String message, @Nullable Part part) {
    return answer
        .malformed(message)
        .partIndex(part != null && parts.multipart() ? part.index() : -1)
        .build();
  }

  /** Whether the body is multipart. */
  boolean multipart() {
    return parts.multipart();
  }

  /** What a failure to write a file means for the caller. */
  DicomWebException failure(IOException failure) {
    return answer.failure(failure);
  }

  @Override
  public boolean partial() {
    return parts.partial();
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(parts.warnings());
    all.addAll(warnings);
    return all;
  }

  @Override
  public void close() {
    parts.close();
  }
}
