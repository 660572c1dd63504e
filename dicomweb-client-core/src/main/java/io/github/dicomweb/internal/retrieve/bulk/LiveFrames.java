// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.internal.retrieve.LiveParts;
import io.github.dicomweb.internal.retrieve.OnePass;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Frames that are arriving, in one answer or in several, one after the other. */
final class LiveFrames extends OnePass<FramePart> implements FrameParts {
  private final Limits limits;
  private final Function<List<Integer>, Answer> send;
  private final Iterator<List<Integer>> lists;
  private final Set<Integer> missing;
  private final Set<Warning> warnings = new LinkedHashSet<>();
  private List<Integer> asked;
  private Answer answer;
  private LiveParts<LivePart> parts;
  private int index;
  private int place;
  private boolean partial;
  private boolean closed;

  private LiveFrames(List<Integer> frames, Limits limits, Function<List<Integer>, Answer> send) {
    this.limits = limits;
    this.send = send;
    this.missing = new LinkedHashSet<>(frames);
    this.lists = FrameNumbers.split(frames).iterator();
    this.asked = lists.next();
    this.answer = send.apply(asked);
    this.parts = take(answer);
  }

  /**
   * Sends the first request.
   *
   * @param frames the frames, in the order in which they are wanted
   * @param limits the limits of what is read
   * @param send sends a request for a list of frames
   */
  static LiveFrames open(
      List<Integer> frames, Limits limits, Function<List<Integer>, Answer> send) {
    return new LiveFrames(frames, limits, send);
  }

  private LiveParts<LivePart> take(Answer taken) {
    LiveParts<LivePart> opened = BulkAnswers.open(taken, limits);
    partial |= opened.partial();
    place = 0;
    if (!opened.multipart() && asked.size() > 1 && !opened.partial()) {
      opened.close();
      throw taken
          .malformed("one single part for " + asked.size() + " frames that were asked for")
          .build();
    }
    return opened;
  }

  @Override
  protected @Nullable FramePart advance() {
    while (true) {
      Optional<LivePart> part = parts.next();
      if (part.isPresent()) {
        LiveFrame frame = frame(part.get());
        if (frame != null) {
          return frame;
        }
        continue;
      }
      checkNothingMissing();
      if (!lists.hasNext()) {
        return null;
      }
      goOn();
    }
  }

  /** Null for a part that is no frame that was asked for, as far as can be told. */
  private @Nullable LiveFrame frame(LivePart part) {
    OptionalInt named = part.contentLocation().map(FrameNumbers::in).orElse(OptionalInt.empty());
    int at = place++;
    if (named.isEmpty() && at >= asked.size()) {
      warnings.add(Warning.tolerated("more parts than frames that were asked for; passed over"));
      return null;
    }
    if (named.isEmpty() && parts.partial() && asked.size() > 1) {
      throw answer
          .malformed(
              "a partial answer does not say which frames it has; ask for one frame at a time")
          .partIndex(part.index())
          .build();
    }
    int number = named.orElseGet(() -> asked.get(at));
    if (!missing.remove(number)) {
      warnings.add(
          Warning.tolerated(
              asked.contains(number)
                  ? "a frame came more than once"
                  : "a frame came that was not asked for"));
    }
    return new LiveFrame(part, index++, number);
  }

  private void checkNothingMissing() {
    long gone = asked.stream().filter(missing::contains).count();
    if (gone > 0 && !parts.partial()) {
      throw answer
          .malformed(gone + " of the " + asked.size() + " frames that were asked for did not come")
          .build();
    }
  }

  private void goOn() {
    if (closed) {
      throw new IllegalStateException("these parts are closed");
    }
    warnings.addAll(parts.warnings());
    // The next request needs a connection, and there may be no more than this one.
    parts.close();
    asked = lists.next();
    answer = send.apply(asked);
    parts = take(answer);
  }

  @Override
  public List<Integer> missing() {
    return List.copyOf(missing);
  }

  @Override
  public boolean partial() {
    return partial;
  }

  @Override
  public List<Warning> warnings() {
    Set<Warning> all = new LinkedHashSet<>(warnings);
    all.addAll(parts.warnings());
    return new ArrayList<>(all);
  }

  @Override
  public void close() {
    closed = true;
    parts.close();
  }
}
